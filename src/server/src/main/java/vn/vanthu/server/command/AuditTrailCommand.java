package vn.vanthu.server.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;

/** {@code ./vanthu audit trail}: what happened to one mail or number. */
@Command(
        name = "trail",
        mixinStandardHelpOptions = true,
        description = {
            "Những việc đã xảy ra với một bức thư hoặc một số trong sổ.",
            "What happened to one mail, or to one number of a book."
        })
final class AuditTrailCommand implements Callable<Integer> {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})/(\\d{4})");

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Parameters(
            paramLabel = "MA_THU|SỐ/NĂM",
            description = "Mã thư, hoặc số như 12/2026 / a mail's id, or a number such as 12/2026")
    private String wanted = "";

    @Option(names = "--book", paramLabel = "BOOK", description = "${COMPLETION-CANDIDATES} (default: INCOMING)")
    private Book book = Book.INCOMING;

    @Override
    public Integer call() throws Exception {
        String id = wanted.strip().toUpperCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(id);
        if (!MailId.isMailId(id) && !number.matches()) {
            throw register.wrong(
                    "MA_THU", wanted, "a mail's id such as 7ZK2-0Q9D-M4TX-1B8C, or a number such as 12/2026");
        }
        try (AuditDatabase database = register.open()) {
            if (MailId.isMailId(id)) {
                database.trail(new MailId(id), register.writer());
            } else {
                database.trail(
                        new BookNumber(book, Integer.parseInt(number.group(2)), Integer.parseInt(number.group(1))),
                        register.writer());
            }
        }
        return 0;
    }
}
