package vn.vanthu.command.clerk;

import java.util.List;
import vn.vanthu.question.Reply;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Books;
import vn.vanthu.registration.LateFiling;

/** The answers to "shall this document be entered?". */
public final class RegistrationReplies {

    private RegistrationReplies() {}

    public static List<Reply> of(Arrivals arrivals, Books books, LateFiling filing) {
        return List.of(new EnterWaiting(arrivals, books, filing), new RejectWaiting(arrivals, books));
    }
}
