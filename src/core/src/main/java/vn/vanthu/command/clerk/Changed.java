package vn.vanthu.command.clerk;

import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Entry;

/** What follows when an entry was corrected or voided. */
@FunctionalInterface
public interface Changed {

    /**
     * Done again, after a crash, it gives the first result.
     *
     * @throws RegisterUnavailableException when it must be tried again later
     */
    void changed(Entry entry) throws RegisterUnavailableException;
}
