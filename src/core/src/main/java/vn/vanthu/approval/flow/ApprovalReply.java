package vn.vanthu.approval.flow;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.held.HeldMail;
import vn.vanthu.question.Answered;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;

/** What an approver can answer: DUYỆT, TỪ CHỐI, YÊU CẦU SỬA, CHUYỂN. */
final class ApprovalReply implements Reply {

    static final String CLAUSE = "Điều 7 khoản 1; Điều 8 khoản 2";

    /** How an answer closes the question, as in {@code nhat_ky_phe_duyet.trang_thai}. */
    enum Kind {
        APPROVED("DUYỆT", List.of("Đồng ý", "Đồng ý duyệt", "Đã duyệt", "approve", "approved", "I approve"), "DUYỆT\n"),
        REJECTED(
                "TỪ CHỐI",
                List.of("Không duyệt", "Không đồng ý", "Trả lại", "reject", "rejected", "decline"),
                "TỪ CHỐI vì số liệu chưa đúng\n"),
        CHANGES_REQUESTED(
                "YÊU CẦU SỬA",
                List.of("Đề nghị sửa", "Yêu cầu chỉnh sửa", "Sửa", "request changes", "changes requested", "change"),
                "YÊU CẦU SỬA: ghi lại ngày họp ở trang 2\n"),
        FORWARDED(
                "CHUYỂN",
                List.of("Chuyển cho", "Chuyển tới", "Chuyển đến", "forward", "forward to"),
                "CHUYỂN phogiamdoc\n");

        private final String name;
        private final List<String> aliases;
        private final String example;

        Kind(String name, List<String> aliases, String example) {
            this.name = name;
            this.aliases = aliases;
            this.example = example;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Kind kind;
    private final HeldMail held;
    private final ApprovalFlow flow;

    ApprovalReply(Kind kind, HeldMail held, ApprovalFlow flow) {
        this.kind = kind;
        this.held = held;
        this.flow = flow;
    }

    @Override
    public String name() {
        return kind.name;
    }

    @Override
    public List<String> aliases() {
        return kind.aliases;
    }

    @Override
    public String clause() {
        return CLAUSE;
    }

    @Override
    public String help() {
        return kind.example;
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        Approvers approvers = flow.approvers();
        String login = request.person().address();
        if (!approvers.may(login, held)) {
            return notAllowed();
        }
        ReplyWords words = ReplyWords.of(kind, request, approvers, held);
        if (!words.problems().isEmpty()) {
            return request.unclear(words.problems());
        }
        AskedQuestion newest = asked.orNewer(request);
        Optional<Answered> standing = newest.close(request, kind.code(), words.text());
        if (standing.isEmpty()) {
            return newest.isExpired()
                    ? AskedQuestion.overdue()
                    : newest.tooLate(request, flow.whatStands(newest.question()));
        }
        flow.follow(held);
        return done(request, standing.get());
    }

    private Answer notAllowed() {
        return new Answer(
                Decision.refuse(Reason.of("approver-no-longer", CLAUSE, "Không còn quyền duyệt thư này.")),
                "KHÔNG thực hiện: theo phân công hiện hành, anh/chị không duyệt thư này. Chưa có gì thay đổi.\n\n"
                        + "Việc cần làm: đề nghị Văn phòng xem lại phân công người duyệt.",
                "Nothing was done: as the office is organised now, you do not approve this mail.",
                List.of());
    }

    private String whatFollows(Answered answer) throws RegisterUnavailableException {
        if (!flow.approvers().decides(answer.login(), held)) {
            return "Thư nhân danh cơ quan được trình tiếp lên lãnh đạo; chưa gửi cho ai.";
        }
        if (flow.isStuck(held)) {
            return "Bản lưu của thư bị hỏng nên thư CHƯA gửi được cho ai; Văn phòng và người trình đã được báo. Thư tự đi"
                    + " khi quản trị khôi phục được bản lưu.";
        }
        String sent = "đúng từng byte như bản đính kèm tới: "
                + String.join(", ", held.envelope().recipients()) + ".";
        return flow.numberProblem(held)
                .map(problem ->
                        "Văn thư phải giải quyết số văn bản trước (" + problem + ") Sau đó thư được gửi " + sent)
                .orElse("Thư được gửi " + sent);
    }

    private Answer done(Request request, Answered answer) throws RegisterUnavailableException {
        String mail = " thư " + held.mailId() + " (" + held.subject() + ")";
        return switch (kind) {
            case APPROVED ->
                request.done(
                        "approved",
                        "Đã duyệt" + mail + ". " + whatFollows(answer),
                        "Approved: exactly the attached message is sent to exactly these recipients, once nobody else"
                                + " has to agree.");
            case REJECTED ->
                request.done(
                        "rejected",
                        "Đã từ chối" + mail + ". Thư không được gửi; người trình được báo kèm lý do: " + answer.text(),
                        "Rejected: the mail is not sent, and its sender is told why.");
            case CHANGES_REQUESTED ->
                request.done(
                        "changes-requested",
                        "Đã yêu cầu sửa" + mail + ". Bản này không được gửi; bản sửa phải trình lại. Nội dung yêu cầu: "
                                + answer.text(),
                        "Sent back for changes: a changed draft is a new version that needs a new approval.");
            case FORWARDED ->
                request.done(
                        "forwarded",
                        "Đã chuyển" + mail + " tới " + answer.text() + " để quyết định.",
                        "Forwarded: the decision is now with the person named above.");
        };
    }
}
