package vn.vanthu.command.clerk;

import java.time.Duration;
import java.util.List;
import vn.vanthu.command.Command;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.book.Books;

/** The commands of the register's address. */
public final class ClerkCommands {

    private ClerkCommands() {}

    /** @param lapsesAfter how long a number is kept for a document that is to be signed */
    public static List<Command> of(Books books, BookReports reports, Duration lapsesAfter) {
        return List.of(
                new ReserveNumber(books, lapsesAfter),
                new EnterDocument(books),
                new CorrectEntry(books),
                new VoidNumber(books),
                new CloseBook(books),
                new PrintBook(books, reports),
                new SearchBooks(reports));
    }
}
