package vn.vanthu.command;

import java.util.List;
import java.util.Set;
import vn.vanthu.organization.Role;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;

/** A command that people give by mail. Safe for many threads. */
public interface Command {

    /** As it is written in help: {@code CẤP SỐ}. */
    String name();

    /** Other words for it; case and diacritics do not count. */
    default List<String> aliases() {
        return List.of();
    }

    /** Who may use it; empty for everybody with a login. */
    default Set<Role> users() {
        return Set.of();
    }

    /** The clause by which others may not, as people cite it. */
    default String clause() {
        return "";
    }

    /** What to write, for people, in Vietnamese: an example of the whole mail. */
    String help();

    /**
     * Carries the command out, or says what is missing and changes nothing ({@link Request#unclear}). Every change has the
     * key {@link Request#key}, so that the same mail run again gets the same answer.
     *
     * @throws BookException when the register refuses; its reason is the answer
     */
    Answer run(Request request) throws BookException, RegisterUnavailableException;
}
