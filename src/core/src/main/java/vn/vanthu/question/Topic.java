package vn.vanthu.question;

import java.util.List;
import vn.vanthu.register.RegisterUnavailableException;

/** A feature that asks by mail: what its questions can be answered with, and what happens when nobody answers. */
public interface Topic {

    /** Stands in {@link Question#topic()} and begins every key. */
    String code();

    /** The answers that this question takes. */
    List<Reply> replies(Question question) throws RegisterUnavailableException;

    /** Reminds those who were asked; called until it returned once. A notice with a name of its own is sent once. */
    void remind(Question question) throws RegisterUnavailableException, NotToldException;

    /**
     * The time is over and nobody answered: closes the question and does what follows (asks the next one, returns the
     * mail). Called until the question is closed, so it closes it last, or asks for what is unfinished elsewhere.
     */
    void expire(Question question) throws RegisterUnavailableException, NotToldException;

    /** Finishes what a crash interrupted; called now and then. */
    default void resume() throws RegisterUnavailableException, NotToldException {}

    /** A notice could not be queued now; it is tried again. */
    final class NotToldException extends Exception {

        private static final long serialVersionUID = 1L;

        public NotToldException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
