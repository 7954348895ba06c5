package vn.vanthu.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * The numbers that were given after a copy was made: each is taken once more, and voided. Both steps bear a key, so that
 * one that was done before it broke off is not done again.
 *
 * @param restored knows the last numbers of the copy
 * @param login who answers for it
 * @param systemUser who types it
 */
record LostNumbers(Restored restored, String login, String systemUser, Clock clock) {

    /** More than these together may be a mistyped number. */
    static final int MOST_UNASKED = 50;

    private static final String REASON = "Số đã cấp sau bản sao lưu, mất khi khôi phục / lost at restore";

    /** Those of one book; none when {@code to} is before {@code from}. */
    record Span(Book book, int year, int from, int to) {

        String name() {
            return book.code() + "/" + year;
        }

        int count() {
            return Math.max(0, to - from + 1);
        }

        @Override
        public String toString() {
            return name() + " " + from + ".." + to + " (" + count() + ")";
        }
    }

    /** The last number of each book in the register, and of this year's books in any case: {@code den/2026} to 12. */
    static Map<String, Integer> lastIn(GatewayConfiguration configuration) throws ConfigurationException, SQLException {
        int year = ZonedDateTime.now(configuration.clock()).getYear();
        Map<String, Integer> last = new TreeMap<>(Map.of("den/" + year, 0, "di/" + year, 0));
        try (Connection connection = AuditAccess.connect(configuration.register());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT so_dang_ky, nam, MAX(so_thu_tu) FROM so_dang_ky_tat_ca GROUP BY so_dang_ky, nam")) {
            while (rows.next()) {
                last.put(rows.getString(1) + "/" + rows.getInt(2), rows.getInt(3));
            }
        }
        return last;
    }

    /** @param given {@code den/2026} to the last number that was given out */
    List<Span> upTo(Map<String, Integer> given) {
        List<Span> spans = new ArrayList<>();
        new TreeMap<>(given).forEach((name, to) -> {
            String[] parts = name.split("/");
            int from = restored.lastNumbers().getOrDefault(name, 0) + 1;
            spans.add(new Span(Book.ofCode(parts[0]), Integer.parseInt(parts[1]), from, to));
        });
        return spans;
    }

    void lose(Books books, Span span) throws BookException, RegisterUnavailableException, BackupException {
        for (int number = span.from(); number <= span.to(); number++) {
            BookNumber lost = new BookNumber(span.book(), span.year(), number);
            take(books, lost);
            books.voidNumber(lost, act(lost, ":void"));
        }
    }

    void take(Books books, BookNumber number) throws BookException, RegisterUnavailableException, BackupException {
        Source paper = Source.paper(inYear(number.year()));
        if (number.book() == Book.INCOMING) {
            books.register(Book.INCOMING, DocumentFields.none(), paper, act(number, ""));
        } else if (books.claim(number, DocumentFields.none(), paper, act(number, ""))
                instanceof Claim.Refused refused) {
            throw new BackupException(number + ": " + refused.reason().text());
        }
    }

    private Act act(BookNumber number, String step) {
        String key = "restore:" + restored.madeAt() + ":" + number.book().code() + "/" + number.year() + ":"
                + number.number() + step;
        return new Act(login, systemUser, REASON, key);
    }

    /** A moment in that year: it decides in which year's book an incoming number stands. */
    private Instant inYear(int year) {
        return Stream.of(clock.instant(), restored.madeAt())
                .map(moment -> moment.atZone(clock.getZone()))
                .filter(moment -> moment.getYear() == year)
                .findFirst()
                .orElseGet(() -> LocalDate.of(year, 12, 31).atTime(12, 0).atZone(clock.getZone()))
                .toInstant();
    }
}
