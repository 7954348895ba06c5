package vn.vanthu.command.clerk;

import java.util.Optional;
import java.util.Set;
import vn.vanthu.command.Command;
import vn.vanthu.organization.Role;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Entry;
import vn.vanthu.text.Unaccented;

/** What the commands of the register have in common: who may use them, and how numbers are told. */
abstract class ClerkCommand implements Command {

    @Override
    public final Set<Role> users() {
        return Set.of(Role.CLERK, Role.OFFICE_HEAD);
    }

    @Override
    public final String clause() {
        return "Điều 8 khoản 1 điểm a, khoản 2 điểm a của Quy chế";
    }

    static String nameOf(Book book) {
        return book == Book.INCOMING ? "sổ văn bản đến" : "sổ văn bản đi";
    }

    /** {@code số 05 sổ văn bản đến năm 2026}; an outgoing one with its code. */
    static String nameOf(Entry entry) {
        BookNumber number = entry.number();
        boolean hasCode = number.book() == Book.OUTGOING && !entry.code().isEmpty();
        return "số " + (hasCode ? entry.code() : number.text()) + " " + nameOf(number.book()) + " năm " + number.year();
    }

    /** Why the number cannot be the one that is meant; empty when it stands in the book as written. */
    static Optional<String> mismatch(Books books, NumberWords words) throws RegisterUnavailableException {
        Optional<Entry> entry = books.find(words.bookNumber());
        if (entry.isEmpty()) {
            return Optional.of("Không có số " + words.bookNumber().text() + " trong "
                    + nameOf(words.bookNumber().book()) + " năm " + words.year() + ".");
        }
        boolean other =
                !words.code().isEmpty() && !same(words.code(), entry.get().code());
        return other
                ? Optional.of("Trong sổ, số " + words.bookNumber().text() + " là "
                        + (entry.get().code().isEmpty()
                                ? "số chưa có ký hiệu"
                                : entry.get().code()) + ", không phải "
                        + words.code() + ".")
                : Optional.empty();
    }

    private static boolean same(String typed, String entered) {
        return Unaccented.of(typed)
                .replaceFirst("^0+", "")
                .equals(Unaccented.of(entered).replaceFirst("^0+", ""));
    }
}
