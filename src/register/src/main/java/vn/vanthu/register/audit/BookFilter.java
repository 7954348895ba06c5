package vn.vanthu.register.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.store.SearchText;

/** Which entries of a book an auditor wants, in the order of their numbers. Immutable. */
public final class BookFilter {

    private final Book book;
    private final int year;
    private final List<Condition> conditions;

    private BookFilter(Book book, int year, List<Condition> conditions) {
        this.book = book;
        this.year = year;
        this.conditions = List.copyOf(conditions);
    }

    /** A whole year's book, with superseded entries. */
    public static BookFilter of(Book book, int year) {
        return new BookFilter(book, year, List.of(new Condition("so_dang_ky = ? AND nam = ?", book.code(), year)));
    }

    /** Without entries that were superseded by a correction: as the book is printed. */
    public BookFilter current() {
        return and("trang_thai <> 'superseded'");
    }

    /** Entered on this day or later: ngày đến; for outgoing documents the day of the number. */
    public BookFilter since(LocalDate day) {
        return and("ngay_den >= ?", day);
    }

    /** Entered on this day or earlier. */
    public BookFilter until(LocalDate day) {
        return and("ngay_den <= ?", day);
    }

    public BookFilter number(int number) {
        return and("so_thu_tu = ?", number);
    }

    /** With these words in any of its texts, without regard to diacritics and case. */
    public BookFilter containing(String words) {
        return and("tim_kiem LIKE ? ESCAPE '!'", SearchText.pattern(words));
    }

    Book book() {
        return book;
    }

    int year() {
        return year;
    }

    List<Condition> conditions() {
        return conditions;
    }

    private BookFilter and(String sql, Object... values) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(sql, values));
        return new BookFilter(book, year, more);
    }
}
