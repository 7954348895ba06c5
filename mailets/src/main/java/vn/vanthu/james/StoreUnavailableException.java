package vn.vanthu.james;

import javax.mail.MessagingException;

/** Whom an alias or an account belongs to cannot be looked up now. A failure that may pass: the mail waits, see {@link Waiting}. */
public final class StoreUnavailableException extends MessagingException {

    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Exception cause) {
        super(message, cause);
    }
}
