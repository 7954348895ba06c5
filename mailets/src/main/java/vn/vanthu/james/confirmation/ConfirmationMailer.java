package vn.vanthu.james.confirmation;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mailet.Mail;
import vn.vanthu.approval.flow.ApprovalWords;
import vn.vanthu.confirmation.ConfirmationPost;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Notice;
import vn.vanthu.james.Notices;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;

/** Sends the mails of a confirmation through James. */
public final class ConfirmationMailer implements ConfirmationPost {

    private static final String CLAUSE = "Căn cứ: Điều 3 khoản 1 điểm đ, e của Quy chế.";

    private final Notices notices;
    private final HeldMails mails;
    private final Questions questions;
    private final ReleasedMail released;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public ConfirmationMailer(
            Notices notices,
            HeldMails mails,
            Questions questions,
            ReleasedMail released,
            LiveOrganization organization,
            Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.questions = questions;
        this.released = released;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public void ask(HeldMail held, Question question, String summary) throws NotToldException {
        if (held.purpose() == Purpose.PLACES) {
            notices.tellOrThrow(places(held, question, summary, "confirm-ask-", ""));
            return;
        }
        String who = String.join(
                ", ",
                question.asked().stream().map(organization.get()::describe).toList());
        String sender = held.submission().login();
        if (isInside(sender)) {
            notices.tellOrThrow(Notice.of(
                    "confirm-held-" + question.code(),
                    List.of(sender),
                    "Đang chờ xác nhận: " + held.subject() + " (" + held.mailId() + ")",
                    "Thư của anh/chị CHƯA được gửi, đang chờ xác nhận.\n\n" + facts(held) + "Lý do: " + held.reason()
                            + "\n" + listed(summary) + "Người xác nhận: " + who
                            + "\nHạn trả lời: " + ApprovalWords.time(question.expiresAt())
                            + "\n\nViệc cần làm: chờ, hệ thống sẽ báo. Nếu tệp có mật khẩu: gửi lại tệp không có mật"
                            + " khẩu thì không phải chờ. Văn bản mật thì gửi bằng giấy qua đường văn thư hoặc cơ yếu"
                            + " và báo người xác nhận từ chối thư này.\n\n" + CLAUSE
                            + "\n\n--\nYour mail was not sent yet: its topic, or a part that could not be read, must be"
                            + " looked at by the person named above. Files without a password need not wait.\n"));
        }
        notices.tellOrThrow(question(held, question, summary, "confirm-ask-", "Đề nghị xác nhận: "));
    }

    @Override
    public void tellNobody(HeldMail held, Instant until) throws NotToldException {
        Stream<String> office = organization.get().office(LocalDate.now(clock)).stream();
        Stream<String> sender = Stream.of(held.submission().login()).filter(this::isInside);
        notices.tellOrThrow(Notice.of(
                "confirm-nobody-" + held.purpose().code() + "-" + held.mailId(),
                Stream.concat(sender, office).distinct().toList(),
                "Chưa có người xác nhận: " + held.subject() + " (" + held.mailId() + ")",
                "Thư này CHƯA được gửi: thư phải được xem và xác nhận trước khi gửi, nhưng hiện không có ai xác nhận được"
                        + " (người xác nhận đều vắng, hoặc chính là người gửi).\n\n" + facts(held) + "Lý do giữ: "
                        + held.reason() + "\nChờ đến: " + ApprovalWords.time(until)
                        + "\n\nViệc cần làm: Văn phòng đề nghị quản trị cập nhật người thay trong organization.xml; có"
                        + " người thì thư tự được trình. Quá hạn trên, thư không được gửi cho ai.\n\n" + clause(held)
                        + "\n\n--\nThis mail was not sent yet: it must be looked at first, and everybody who could do so"
                        + " is away or is its sender. It is put before somebody as soon as there is one.\n"));
    }

    @Override
    public void remind(HeldMail held, Question question, String summary) throws NotToldException {
        notices.tellOrThrow(
                held.purpose() == Purpose.PLACES
                        ? places(held, question, summary, "confirm-remind-", "Nhắc: ")
                        : question(held, question, summary, "confirm-remind-", "Nhắc: đề nghị xác nhận: "));
    }

    /** Asked of the sender himself: he has the mail. */
    private Notice places(HeldMail held, Question question, String summary, String name, String before) {
        return Notice.of(
                        name + question.code(),
                        question.asked(),
                        before + "Nơi nhận chưa khớp, thư CHƯA gửi: " + held.subject() + " (" + held.mailId() + ")",
                        summary + "\nThư CHƯA được gửi.\n\n" + facts(held) + "Hạn trả lời: "
                                + ApprovalWords.time(question.expiresAt())
                                + "\n\nViệc cần làm: nếu vẫn gửi đúng những địa chỉ trên, trả lời (Reply) thư này, dòng"
                                + " đầu ghi:\n\n    CHO GỬI\n\nNếu không, ghi TỪ CHỐI <lý do>, rồi gửi lại thư với đủ"
                                + " nơi nhận.\n\nCăn cứ: Điều 3 khoản 3 của Quy chế.\n\n--\nYour mail waits: the places"
                                + " named in its document and its recipients differ. Reply with SEND to send it as it"
                                + " is, or REJECT and why, and send it again.\n")
                .asking(questions.keyOf(question));
    }

    private Notice question(HeldMail held, Question question, String summary, String name, String subject) {
        return Notice.of(
                        name + question.code(),
                        question.asked(),
                        subject + held.subject() + " (" + held.mailId() + ")",
                        "Thư dưới đây chờ anh/chị xem và xác nhận trước khi gửi. Chưa ai nhận được thư. Nguyên văn"
                                + " thư kèm theo thông báo này.\n\n" + facts(held) + "Lý do giữ: " + held.reason()
                                + "\n" + listed(summary) + "Hạn trả lời: "
                                + ApprovalWords.time(question.expiresAt())
                                + "\n\nViệc cần làm: mở thư và tệp kèm theo, chắc chắn không có nội dung mật, an ninh,"
                                + " quốc phòng; rồi trả lời (Reply) thư này, dòng đầu ghi:\n\n    CHO GỬI\n    TỪ CHỐI"
                                + " <lý do>\n\n" + CLAUSE
                                + "\n\n--\nThe attached mail waits for you: look whether anything in it is secret or"
                                + " about security or defence. Reply with CONFIRM, or REJECT and why, in the first"
                                + " line.\n")
                .asking(questions.keyOf(question))
                .attaching(() -> mails.content(held));
    }

    @Override
    public void tellDecided(HeldMail held, HoldDecision decision, List<String> others) throws NotToldException {
        String sender = held.submission().login();
        String what =
                switch (decision.outcome()) {
                    case "released" -> "Đã xác nhận, thư đi tiếp";
                    case "rejected" -> "Không được xác nhận, thư không được gửi";
                    default -> "Hết hạn xác nhận, thư không được gửi";
                };
        String text = what + ".\n\n" + facts(held)
                + (decision.login().isEmpty()
                        ? ""
                        : "Người quyết định: " + organization.get().describe(decision.login()) + "\n")
                + (decision.text().isEmpty() ? "" : "Ý kiến: " + decision.text() + "\n");
        if (isInside(sender)) {
            notices.tellOrThrow(Notice.of(
                    "confirm-decided-" + held.purpose().code() + "-" + held.mailId(),
                    List.of(sender),
                    what + ": " + held.subject() + " (" + held.mailId() + ")",
                    text + "\n" + next(held, decision) + clause(held) + "\n\n--\n"
                            + (decision.outcome().equals("released")
                                    ? "Your mail was confirmed and goes on.\n"
                                    : "Your mail goes to nobody; the reason stands above.\n")));
        }
        List<String> rest = others.stream().filter(this::isOurs).toList();
        if (!rest.isEmpty()) {
            notices.tellOrThrow(Notice.of(
                    "confirm-closed-" + held.purpose().code() + "-" + held.mailId(),
                    rest,
                    what + ": " + held.subject() + " (" + held.mailId() + ")",
                    text + "\nAnh/chị không cần trả lời nữa.\n\n" + CLAUSE
                            + "\n\n--\nThis mail was decided; you need not answer any more.\n"));
        }
    }

    private static String clause(HeldMail held) {
        return held.purpose() == Purpose.PLACES ? "Căn cứ: Điều 3 khoản 3 của Quy chế." : CLAUSE;
    }

    private static String next(HeldMail held, HoldDecision decision) {
        if (decision.outcome().equals("released")) {
            return "Nếu thư nhân danh cơ quan, đơn vị thì còn phải được lãnh đạo duyệt.\n\n";
        }
        return held.purpose() == Purpose.PLACES
                ? "Việc cần làm: gửi lại văn bản với đủ nơi nhận.\n\n"
                : "Việc cần làm: gửi lại tệp không có mật khẩu, hoặc gửi bằng giấy qua đường văn thư.\n\n";
    }

    @Override
    public void release(HeldMail held) throws NotToldException {
        released.queue(held, Mail.DEFAULT);
    }

    private static String facts(HeldMail held) {
        return "Chủ đề: " + held.subject() + "\nNgười gửi: " + held.submission().login() + "\nGửi từ: "
                + held.envelope().sender() + "\nGửi tới: "
                + String.join(", ", held.envelope().recipients())
                + "\nMã thư: " + held.mailId() + "\n";
    }

    private static String listed(String summary) {
        return summary.isEmpty() ? "" : summary + "\n";
    }

    /** Whoever can log in here reads what became of his mail, a person of the organization or not. */
    private boolean isInside(String login) {
        return organization.get().isInside(login);
    }

    private boolean isOurs(String login) {
        return organization.get().person(login).isPresent();
    }
}
