package vn.vanthu.command.clerk;

import java.time.Duration;
import java.util.List;
import vn.vanthu.command.Command;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.book.Books;

/** The commands of the register's address. */
public final class ClerkCommands {

    private ClerkCommands() {}

    /**
     * @param lapsesAfter how long a number is kept for a document that is to be signed
     * @param changed told of each corrected and voided entry
     */
    public static List<Command> of(Books books, BookReports reports, Duration lapsesAfter, Changed changed) {
        return List.of(
                new ReserveNumber(books, lapsesAfter),
                new EnterDocument(books),
                new CorrectEntry(books, changed),
                new VoidNumber(books, changed),
                new CloseBook(books),
                new PrintBook(books, reports),
                new SearchBooks(reports));
    }
}
