package vn.vanthu.register.audit;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

        Series series() {
            return new Series(book, year);
        }

        /** The day whose order counts: ngày đến, or the date of an outgoing document. */
        LocalDate day() {
            return book.equals(Book.INCOMING.code()) || issuedOn == null ? arrivedOn : issuedOn;
        }
    }

    /** A book of a year. */
    record Series(String book, int year) implements Comparable<Series> {

        @Override
        public int compareTo(Series other) {
            return Comparator.comparing(Series::book)
                    .thenComparing(Series::year)
                    .compare(this, other);
        }
    }

    private final ReportWriter to;
    private final Map<Series, Integer> lastNumbers;
    private @Nullable Row before;
    private int found;

    /** @param lastNumbers what the counters say: by them a number is missed that no other follows */
    Gaps(ReportWriter to, Map<Series, Integer> lastNumbers) {
        this.to = to;
        this.lastNumbers = new TreeMap<>(lastNumbers);
    }

    /** How many problems were written. */
    int found() {
        return found;
    }

    void look(Row row) throws IOException {
        Row last = before != null && before.series().equals(row.series()) ? before : null;
        if (before != null && last == null) {
            tellMissingAfter(before);
        }
        int expected = last == null ? 1 : last.number() + 1;
        if (row.number() > expected) {
            tellMissing(row.series(), expected, row.number() - 1);
        } else if (row.number() < expected) {
            tell(row.series(), row.number(), "duplicate", "");
        }
        if (last != null && row.day().isBefore(last.day())) {
            tell(
                    row.series(),
                    row.number(),
                    "out-of-order",
                    row.day().format(Times.DATE) + " < " + last.day().format(Times.DATE));
        }
        if (nextWorkingDay(row.day()).isBefore(row.at().toLocalDate())) {
            tell(
                    row.series(),
                    row.number(),
                    "late-entry",
                    row.day().format(Times.DATE) + " > " + row.at().format(Times.DATE));
        }
        before = row;
    }

    /** To be called after the last row. */
    void finish() throws IOException {
        if (before != null) {
            tellMissingAfter(before);
        }
        for (Map.Entry<Series, Integer> book : lastNumbers.entrySet()) {
            tellMissing(book.getKey(), 1, book.getValue());
        }
    }

    private void tellMissingAfter(Row last) throws IOException {
        Integer given = lastNumbers.remove(last.series());
        if (given != null) {
            tellMissing(last.series(), last.number() + 1, given);
        }
    }

    private void tellMissing(Series book, int from, int to) throws IOException {
        if (from <= to) {
            tell(book, from, "missing", from + " - " + to);
        }
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void tell(Series book, int number, String problem, String detail) throws IOException {
        found++;
        to.row(List.of(book.book(), book.year(), number, problem, detail));
    }
}
