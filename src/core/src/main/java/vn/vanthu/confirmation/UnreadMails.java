package vn.vanthu.confirmation;

import java.time.Instant;
import java.util.List;
import vn.vanthu.register.RegisterUnavailableException;

/** The mails from outside that were delivered with a part that could not be read. Safe for many threads. */
@FunctionalInterface
public interface UnreadMails {

    /**
     * Those marked in a time, the oldest first.
     *
     * @param from the first instant
     * @param to the first that is later
     */
    List<UnreadMail> between(Instant from, Instant to) throws RegisterUnavailableException;
}
