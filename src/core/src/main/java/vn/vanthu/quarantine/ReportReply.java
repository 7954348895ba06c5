package vn.vanthu.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.Teacher.Taught;

/** BÁO RÁC: the filter learns that mails of a digest are spam. */
final class ReportReply implements Reply {

    private final QuarantineFlow flow;

    ReportReply(QuarantineFlow flow) {
        this.flow = flow;
    }

    @Override
    public String name() {
        return "BÁO RÁC";
    }

    @Override
    public List<String> aliases() {
        return List.of("Báo thư rác", "Thư rác", "Là rác", "Rác", "report", "report spam", "spam", "junk");
    }

    @Override
    public String clause() {
        return ReleaseReply.CLAUSE;
    }

    @Override
    public String help() {
        return "BÁO RÁC 2\n";
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        List<QuarantinedMail> mails = flow.listed(asked.question());
        Optional<SortedSet<Integer>> numbers = ItemNumbers.read(request.argument(), mails.size());
        if (numbers.isEmpty()) {
            return request.unclear(missing(mails.size()));
        }
        List<String> lines = new ArrayList<>();
        for (int number : numbers.get()) {
            QuarantinedMail mail = mails.get(number - 1);
            Optional<Taught> taught = flow.report(
                    mail, request.person().address(), request.submitter().receivedAt());
            lines.add(number + ". " + mail.subject() + ": đã ghi là thư rác."
                    + taught.map(ReportReply::told).orElse(""));
        }
        return request.done(
                "quarantine-reported",
                String.join("\n", lines) + "\n\nBáo nhầm: trả lời lại thư danh sách, dòng đầu THẢ và số của thư.\n",
                "Noted as spam.");
    }

    static List<String> missing(int last) {
        return List.of("Thiếu hoặc sai số thứ tự của thư trong danh sách (từ 1 đến " + last + ").");
    }

    /** Only what is not as usual. */
    static String told(Taught taught) {
        return switch (taught) {
            case LEARNED -> "";
            case OVER_LIMIT -> " Bộ lọc không học thư này: hôm nay anh/chị đã dạy đủ số thư cho phép.";
            case FAILED -> " Bộ lọc chưa học được thư này.";
        };
    }
}
