package vn.vanthu.command.clerk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.text.Unaccented;

/**
 * A number as a command names it: {@code 05 đi}, {@code số 12/2026 đến}, {@code 05/QĐ-SNgV năm 2025}; and what follows.
 *
 * @param number 0 when there is none
 * @param code số, ký hiệu of an outgoing document when it was written in full; else empty
 * @param book empty when it was not said
 * @param rest the words behind
 */
record NumberWords(int number, int year, String code, Optional<Book> book, String rest) {

    private static final Pattern NUMBER = Pattern.compile(
            "(?iu)(?:số )?(?:(đến|đi|den|di) )?(?:số )?"
                    + "(\\d{1,9})(?:/(\\d{4})(?![\\p{L}\\p{N}])|(/[\\p{L}\\p{N}&/.-]*\\p{L}[\\p{L}\\p{N}&-]*))?[.,;:]?(?: (.*))?");
    private static final Pattern BOOK =
            Pattern.compile("(?iu)[(]?(?:văn bản |van ban |sổ |so |công văn )?(đến|đi|den|di)\\b[).,;:]*(?: (.*))?");
    private static final Pattern YEAR = Pattern.compile("(?iu)[(]?(?:năm|nam) (\\d{4})\\b[).,;:]*(?: (.*))?");

    static NumberWords read(String argument, int thisYear) {
        Matcher found = NUMBER.matcher(argument.strip());
        if (!found.matches()) {
            return new NumberWords(0, thisYear, "", Optional.empty(), argument);
        }
        int year = found.group(3) == null ? thisYear : Integer.parseInt(found.group(3));
        String code = found.group(4) == null ? "" : found.group(2) + found.group(4);
        Optional<Book> book = code.isEmpty()
                ? Optional.ofNullable(found.group(1)).map(NumberWords::book)
                : Optional.of(Book.OUTGOING);
        return new NumberWords(Integer.parseInt(found.group(2)), year, code, book, text(found.group(5))).more();
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group.strip();
    }

    private static Book book(String word) {
        return Unaccented.of(word).equals("den") ? Book.INCOMING : Book.OUTGOING;
    }

    /** Takes book and year from the rest, in any order. */
    private NumberWords more() {
        Matcher ofBook = BOOK.matcher(rest);
        if (ofBook.matches() && (book.isEmpty() || book.get() == book(ofBook.group(1)))) {
            return new NumberWords(number, year, code, Optional.of(book(ofBook.group(1))), text(ofBook.group(2)))
                    .more();
        }
        Matcher ofYear = YEAR.matcher(rest);
        if (ofYear.matches()) {
            return new NumberWords(number, Integer.parseInt(ofYear.group(1)), code, book, text(ofYear.group(2))).more();
        }
        return this;
    }

    /** What is missing or wrong, for the answer; empty when the number is clear. */
    Optional<String> problem() {
        if (number < 1) {
            return Optional.of("Thiếu số văn bản ngay sau tên lệnh, ví dụ 05/QĐ-SNgV hoặc 05 đến.");
        }
        if (book.isEmpty()) {
            return Optional.of("Chưa rõ số " + number + " của sổ nào: viết thêm \"đến\" hoặc \"đi\".");
        }
        return year < 1900 ? Optional.of("Năm " + year + " không đúng.") : Optional.empty();
    }

    /** Only when there is no problem. */
    BookNumber bookNumber() {
        return new BookNumber(book.orElseThrow(), year, number);
    }
}
