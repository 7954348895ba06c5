package vn.vanthu.james;

import javax.mail.MessagingException;

/** James's own data (accounts, aliases) cannot be read now. A failure that may pass: the mail waits, see {@link Waiting}. */
public final class StoreUnavailableException extends MessagingException {

    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Exception cause) {
        super(message, cause);
    }
}
