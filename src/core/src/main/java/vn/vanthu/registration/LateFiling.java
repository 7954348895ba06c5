package vn.vanthu.registration;

import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/** Files the documents of a mail that was delivered before they got their numbers. */
@FunctionalInterface
public interface LateFiling {

    /**
     * Has what the register knows of the mail filed; done again it is filed once.
     *
     * @return whether it could be; not when the bytes that were kept are gone or were changed
     * @throws RegisterUnavailableException when it must be tried again later
     */
    boolean file(MailId mail) throws RegisterUnavailableException;
}
