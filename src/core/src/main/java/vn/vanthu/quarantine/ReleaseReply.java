package vn.vanthu.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.quarantine.QuarantinedMails.Handled;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.Teacher.Taught;

/** THẢ: mails of a digest go to their mailboxes. */
final class ReleaseReply implements Reply {

    static final String CLAUSE = "Điều 8 khoản 1";

    private final QuarantineFlow flow;

    ReleaseReply(QuarantineFlow flow) {
        this.flow = flow;
    }

    @Override
    public String name() {
        return "THẢ";
    }

    @Override
    public List<String> aliases() {
        return List.of("Thả thư", "Nhận", "Nhận thư", "Lấy lại", "Không phải rác", "release", "not spam");
    }

    @Override
    public String clause() {
        return CLAUSE;
    }

    @Override
    public String help() {
        return "THẢ 1,3\n";
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        List<QuarantinedMail> mails = flow.listed(asked.question());
        Optional<SortedSet<Integer>> numbers = ItemNumbers.read(request.argument(), mails.size());
        if (numbers.isEmpty()) {
            return request.unclear(ReportReply.missing(mails.size()));
        }
        List<String> lines = new ArrayList<>();
        for (int number : numbers.get()) {
            QuarantinedMail mail = mails.get(number - 1);
            lines.add(number + ". " + mail.subject() + ": " + release(mail, request));
        }
        return request.done(
                "quarantine-released",
                String.join("\n", lines) + "\n\nThả nhầm: trả lời lại thư danh sách, dòng đầu BÁO RÁC và số của thư; bộ"
                        + " lọc sẽ học lại.\n",
                "Each mail above that says so is on its way to its mailbox.");
    }

    private String release(QuarantinedMail mail, Request request) throws RegisterUnavailableException {
        if (!QuarantineRule.isHarmless(mail.reason())
                && !QuarantineReaders.isClerk(request.organization(), request.person())) {
            return "KHÔNG thả được: " + mail.why() + askClerk(mail);
        }
        if (flow.isOver(mail)) {
            return "KHÔNG thả được: thư không còn được giữ (hết hạn, hoặc đã đến nơi). Nếu cần, đề nghị người gửi gửi"
                    + " lại.";
        }
        Handled release = flow.release(
                mail, request.person().address(), request.submitter().receivedAt());
        try {
            Optional<Taught> taught = flow.carryOut(release);
            return taught.map(lesson -> "đã thả" + by(release, request) + ", thư vào hộp thư " + mail.mailbox() + "."
                            + ReportReply.told(lesson))
                    .orElseGet(() -> later(mail));
        } catch (NotToldException e) {
            return later(mail);
        }
    }

    /** Who may not open it himself is not left alone with it. */
    private String askClerk(QuarantinedMail mail) throws RegisterUnavailableException {
        try {
            return flow.alert(mail.mailId(), "")
                    ? " Văn thư đã được báo; văn thư hỏi nơi gửi và thả nếu đúng."
                    : " Đề nghị liên hệ quản trị hệ thống.";
        } catch (NotToldException e) {
            return " Đề nghị liên hệ văn thư.";
        }
    }

    /** Another gateway has its bytes, or it cannot be queued now. */
    private static String later(QuarantinedMail mail) {
        return "đã ghi, thư vào hộp thư " + mail.mailbox() + " trong ít phút.";
    }

    private static String by(Handled release, Request request) {
        return release.login().equals(request.person().address())
                ? ""
                : " (do " + release.login() + " lúc " + DigestText.time(release.at()) + ")";
    }
}
