package vn.vanthu.confirmation;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;
import vn.vanthu.question.Answered;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.PlainYes;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;

/** What a confirmer can answer: CHO GỬI, TỪ CHỐI. */
final class ConfirmationReply implements Reply {

    private final boolean yes;
    private final HeldMail held;
    private final ConfirmationFlow flow;

    ConfirmationReply(boolean yes, HeldMail held, ConfirmationFlow flow) {
        this.yes = yes;
        this.held = held;
        this.flow = flow;
    }

    @Override
    public String name() {
        return yes ? "CHO GỬI" : "TỪ CHỐI";
    }

    @Override
    public List<String> aliases() {
        return yes
                ? List.of("Đồng ý", "Xác nhận", "Duyệt", "Gửi", "confirm", "confirmed", "approve", "send")
                : List.of("Không đồng ý", "Không gửi", "Không cho gửi", "Trả lại", "reject", "rejected", "decline");
    }

    @Override
    public String clause() {
        return clause(held);
    }

    static String clause(HeldMail held) {
        return held.purpose() == Purpose.PLACES ? "Điều 3 khoản 3" : "Điều 3 khoản 1";
    }

    @Override
    public String help() {
        return yes ? "CHO GỬI\n" : "TỪ CHỐI vì phải gửi bằng giấy\n";
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        String login = request.person().address();
        if (!flow.confirmers(held, request.today()).contains(login)) {
            return request.unclear(List.of("Theo phân công hiện hành, anh/chị không xác nhận thư này."));
        }
        String words = request.argument().strip();
        if (yes && !PlainYes.is(words)) {
            return request.unclear(
                    List.of(
                            "Sau chữ CHO GỬI còn có \"" + words
                                    + "\": cho gửi là gửi đúng nguyên văn, không kèm điều kiện, câu hỏi. Nếu chưa được, trả lời TỪ CHỐI."));
        }
        if (!yes && words.isEmpty()) {
            return request.unclear(List.of("Chưa ghi lý do từ chối."));
        }
        Optional<Answered> standing =
                asked.close(request, yes ? ConfirmationFlow.CONFIRMED : ConfirmationFlow.REJECTED, words);
        if (standing.isEmpty()) {
            return asked.tooLate(request, flow.whatStands(asked.question()));
        }
        flow.follow(held);
        return done(request);
    }

    private Answer done(Request request) {
        String mail = " thư " + held.mailId() + " (" + held.subject() + ")";
        return yes
                ? request.done(
                        "confirmed",
                        "Đã cho gửi" + mail + ". Thư đi tiếp như thường lệ; nếu nhân danh cơ quan thì vẫn phải được"
                                + " lãnh đạo duyệt.",
                        "Confirmed: the mail goes on; where it speaks for the office it still needs its approval.")
                : request.done(
                        "not-confirmed",
                        "Đã từ chối" + mail + ". Thư không được gửi; người gửi được báo kèm lý do: "
                                + request.argument().strip(),
                        "Rejected: the mail goes to nobody, and its sender is told why.");
    }
}
