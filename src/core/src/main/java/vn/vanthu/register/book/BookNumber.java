package vn.vanthu.register.book;

/**
 * A number in a book's series of one year.
 *
 * @param year the year of the series, in Asia/Ho_Chi_Minh
 * @param number 1 or more
 */
public record BookNumber(Book book, int year, int number) {

    public BookNumber {
        if (number < 1 || year < 1900 || year > 9999) {
            throw new IllegalArgumentException("no number of a book: " + number + " of " + year);
        }
    }

    /** As it is written: below 10 with a leading 0 (NĐ 30/2020, Điều 15). */
    public String text() {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    @Override
    public String toString() {
        return text() + "/" + year + " (" + book.code() + ")";
    }
}
