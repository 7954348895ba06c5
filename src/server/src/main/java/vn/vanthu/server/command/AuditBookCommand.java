package vn.vanthu.server.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.BookFilter;
import vn.vanthu.register.book.Book;

/** {@code ./vanthu audit book incoming|outgoing --year Y}: a register as NĐ 30/2020, Annex IV, wants it. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description = {
            "Sổ đăng ký văn bản đến (incoming) hoặc đi (outgoing) của một năm.",
            "The register of incoming or outgoing documents of one year."
        })
final class AuditBookCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Parameters(paramLabel = "BOOK", description = "${COMPLETION-CANDIDATES}")
    private Book book = Book.INCOMING;

    @Option(names = "--year", paramLabel = "Y", description = "Năm / year (default: this year)")
    private @Nullable Integer year;

    @Option(
            names = "--words",
            paramLabel = "WORDS",
            description = "Chữ cần tìm, không cần dấu / with or without diacritics")
    private @Nullable String words;

    @Option(names = "--history", description = "Cả những dòng đã được sửa / also entries that were superseded")
    private boolean history;

    @Override
    public Integer call() throws Exception {
        int wanted = year == null ? LocalDate.now(Days.VIETNAM).getYear() : year;
        if (wanted < 1900 || wanted > 9999) {
            throw register.wrong("--year", String.valueOf(wanted), "a year such as 2026");
        }
        try (AuditDatabase database = register.open()) {
            print(database, wanted);
        }
        return 0;
    }

    private void print(AuditDatabase database, int wanted) throws Exception {
        BookFilter filter = BookFilter.of(book, wanted);
        filter = history ? filter : filter.current();
        filter = words == null ? filter : filter.containing(words);
        database.book(filter, register.bookWriter(book, wanted));
    }
}
