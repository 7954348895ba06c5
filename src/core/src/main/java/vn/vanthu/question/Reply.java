package vn.vanthu.question;

import java.util.List;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;

/** One of the answers that a question takes: a command that is given by replying. */
public interface Reply {

    /** As it is written in help: {@code TỪ CHỐI}. */
    String name();

    /** Other words for it; case and diacritics do not count. */
    default List<String> aliases() {
        return List.of();
    }

    /** The clause by which it is asked, as people cite it. */
    default String clause() {
        return "";
    }

    /** What to write, in Vietnamese: an example of the whole mail. */
    String help();

    /**
     * Says what is missing ({@link Request#unclear}) and changes nothing, or {@linkplain AskedQuestion#close closes the
     * question} and then does what was decided. It is run again after a crash, and when the same person sends the same
     * answer again: then {@code close} returns the first answer, and everything is done as it says, with the same result.
     */
    Answer run(Request request, AskedQuestion question) throws BookException, RegisterUnavailableException;
}
