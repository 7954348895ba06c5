package vn.vanthu.register.audit;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.Book;

/**
 * Looks through the books in the order of their numbers for what an inspector would ask about. Columns
 * {@code so_dang_ky, nam, so_thu_tu, van_de, chi_tiet}; {@code van_de} is missing, duplicate, late-entry or out-of-order.
 */
final class Gaps {

    static final List<String> COLUMNS = List.of("so_dang_ky", "nam", "so_thu_tu", "van_de", "chi_tiet");

    /** One entry, as the books' view holds it. */
    record Row(String book, int year, int number, LocalDate arrivedOn, @Nullable LocalDate issuedOn, LocalDateTime at) {

        /** The day whose order counts: ngày đến, or the date of an outgoing document. */
        LocalDate day() {
            return book.equals(Book.INCOMING.code()) || issuedOn == null ? arrivedOn : issuedOn;
        }
    }

    private final ReportWriter to;
    private @Nullable Row before;
    private int found;

    Gaps(ReportWriter to) {
        this.to = to;
    }

    /** How many problems were written. */
    int found() {
        return found;
    }

    void look(Row row) throws IOException {
        Row last = before != null && before.book().equals(row.book()) && before.year() == row.year() ? before : null;
        int expected = last == null ? 1 : last.number() + 1;
        if (row.number() > expected) {
            tell(row, expected, "missing", expected + " - " + (row.number() - 1));
        } else if (row.number() < expected) {
            tell(row, row.number(), "duplicate", "");
        }
        if (last != null && row.day().isBefore(last.day())) {
            tell(
                    row,
                    row.number(),
                    "out-of-order",
                    row.day().format(Times.DATE) + " < " + last.day().format(Times.DATE));
        }
        if (nextWorkingDay(row.day()).isBefore(row.at().toLocalDate())) {
            tell(
                    row,
                    row.number(),
                    "late-entry",
                    row.day().format(Times.DATE) + " > " + row.at().format(Times.DATE));
        }
        before = row;
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void tell(Row row, int number, String problem, String detail) throws IOException {
        found++;
        to.row(List.of(row.book(), row.year(), number, problem, detail));
    }
}
