package vn.vanthu.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The questions that were asked, and how each was closed. Safe for many threads; durable on return.
 *
 * <p>Several gateways may share the register. Any of them takes an answer; only the one that asked, which alone can make the
 * key, reminds and lets the time run out: {@link #open}, {@link #openWithout}, {@link #toRemind} and {@link #overdue} give
 * the questions of this gateway.
 */
public interface Questions {

    /** Writes the question down, once; the first one is returned when it is there already. */
    Question ask(Question question) throws RegisterUnavailableException;

    /**
     * The one-time key, as it stands in the address that answers go to: {@code approval-6d3k...}. Made from the question
     * and a secret of this gateway: the same again after a crash, and nobody else's to make. It does not stand in the
     * register.
     */
    String keyOf(Question question);

    /** The question with this key, open or closed. */
    Optional<Question> find(String key) throws RegisterUnavailableException;

    /** All questions of a topic about a mail, in the order in which they were asked. */
    List<Question> about(MailId mail, String topic) throws RegisterUnavailableException;

    /** The open questions of a topic, oldest first. */
    List<Question> open(String topic) throws RegisterUnavailableException;

    /** Of {@link #open(String)} those of which the step was not {@linkplain #note noted}. */
    List<Question> openWithout(String topic, String step) throws RegisterUnavailableException;

    /** Closes the question. The first one wins: the closing that stands is returned, it may be another's. */
    Answered close(Question question, Answered answer) throws RegisterUnavailableException;

    /** How it was closed; empty while it is open. */
    Optional<Answered> answer(Question question) throws RegisterUnavailableException;

    /** Open questions whose reminder is due and was not {@linkplain #note noted} as {@link #REMINDED}. */
    List<Question> toRemind(Instant now) throws RegisterUnavailableException;

    /** Open questions whose time is over. */
    List<Question> overdue(Instant now) throws RegisterUnavailableException;

    /** Notes a step of a question, once; true when it is new. */
    boolean note(Question question, String step, String text) throws RegisterUnavailableException;

    /** The step that says that those who were asked were reminded. */
    String REMINDED = "reminded";
}
