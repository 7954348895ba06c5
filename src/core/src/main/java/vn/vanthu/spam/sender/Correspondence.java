package vn.vanthu.spam.sender;

import java.util.List;
import vn.vanthu.register.RegisterUnavailableException;

/** What our people wrote, as the register knows. Safe for many threads. */
@FunctionalInterface
public interface Correspondence {

    /**
     * The Message-IDs of the newest mails that our people sent to this address, with their angle brackets; an empty text
     * for a mail without one. Empty when nobody wrote to it.
     */
    List<String> sentTo(String address) throws RegisterUnavailableException;
}
