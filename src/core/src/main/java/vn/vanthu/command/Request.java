package vn.vanthu.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.vanthu.command.MailCommand.Particular;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.register.book.Act;

/**
 * A command that a person may give.
 *
 * @param argument what stands behind the command's name in its line
 * @param act under which the command changes a book: who, and the key by which it is the same when it is run again
 */
public record Request(
        Command command,
        String argument,
        List<Particular> particulars,
        Person person,
        Organization organization,
        Submitter submitter,
        Act act) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public Request {
        particulars = List.copyOf(particulars);
    }

    /** The local day on which the mail was accepted. */
    public LocalDate today() {
        return LocalDate.ofInstant(submitter.receivedAt(), ZONE);
    }

    /** By which the command is the same when it is run again. */
    public String key() {
        return act.key();
    }

    public Answer done(String code, String vietnamese, String english) {
        String text = command.name() + ": " + vietnamese;
        return new Answer(Decision.deliver(Reason.of(code, command.clause(), text)), vietnamese, english, List.of());
    }

    /** Nothing was changed, because of these problems; each is a sentence in Vietnamese. */
    public Answer unclear(List<String> problems) {
        String list =
                String.join("\n", problems.stream().map(line -> "- " + line).toList());
        return new Answer(
                Decision.refuse(Reason.of("command-unclear", command.clause(), String.join(" ", problems))),
                "CHƯA thực hiện lệnh " + command.name() + ", chưa có gì thay đổi:\n\n" + list
                        + "\n\nĐề nghị gửi lại cả lệnh, theo mẫu:\n\n"
                        + command.help().indent(4),
                "Nothing was done: the command is not complete or not clear. Please send it again as shown above.",
                List.of());
    }
}
