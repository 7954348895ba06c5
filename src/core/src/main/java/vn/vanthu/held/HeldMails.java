package vn.vanthu.held;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The mails that are kept back. All methods are safe for many threads, and what they wrote is durable when they return.
 *
 * <p>Of several gateways on one register each keeps the bytes of its own holds. Any of them decides; the one that has the
 * bytes carries out, so {@link #open(Purpose)}, {@link #unfinished} and {@link #removeOver} know only those.
 *
 * <p>{@link IOException} and {@link RegisterUnavailableException} may pass: the caller keeps the mail and tries again.
 */
public interface HeldMails {

    /**
     * Keeps the bytes, then writes the row. A mail that is held already for this purpose stays as it was.
     *
     * @param content makes {@link HeldMail}'s fingerprint known once the bytes are on the disk
     * @param message exactly the bytes that shall leave later; read to its end, not closed
     * @return what is held: the first one when it is done again
     */
    HeldMail hold(Description content, InputStream message) throws IOException, RegisterUnavailableException;

    /** A held mail before its bytes are stored. */
    @FunctionalInterface
    interface Description {
        HeldMail of(vn.vanthu.message.Fingerprint content);
    }

    Optional<HeldMail> find(MailId mail, Purpose purpose) throws RegisterUnavailableException;

    /** Whether this gateway has the bytes, and so carries out what is decided; another gateway's are not to be touched. */
    boolean isHere(HeldMail held) throws RegisterUnavailableException;

    /** Those of this gateway about which nothing was decided yet, oldest first. */
    List<HeldMail> open(Purpose purpose) throws RegisterUnavailableException;

    /** As {@link #open(Purpose)}, those whose time is over. */
    List<HeldMail> over(Purpose purpose) throws RegisterUnavailableException;

    /** As {@link #open(Purpose)}, those that concern a mailbox, at any gateway. */
    List<HeldMail> open(Purpose purpose, String mailbox) throws RegisterUnavailableException;

    /** Those of this gateway about which was decided, but what follows from it was not {@linkplain #carriedOut done to its end}. */
    List<HeldMail> unfinished(Purpose purpose) throws RegisterUnavailableException;

    /** Decides. The first decision wins: the one that stands is returned, it may be another's. */
    HoldDecision decide(HeldMail held, HoldDecision decision) throws RegisterUnavailableException;

    /** What was decided; empty while it is open. */
    Optional<HoldDecision> decision(HeldMail held) throws RegisterUnavailableException;

    /** Notes that what was decided is done to its end; from then on its bytes may be removed when their time is over. */
    void carriedOut(HeldMail held) throws RegisterUnavailableException;

    /** Notes something else that happened, once for each step; true when it is new. */
    boolean note(HeldMail held, String step, String text) throws RegisterUnavailableException;

    /** What was noted for a step; empty when it was not. */
    Optional<String> noted(HeldMail held, String step) throws RegisterUnavailableException;

    /** The noted steps that begin so, in the order in which they were noted. */
    List<String> steps(HeldMail held, String beginning) throws RegisterUnavailableException;

    /** The holds of which a step was noted, newest first. */
    List<HeldMail> withNote(Purpose purpose, String step) throws RegisterUnavailableException;

    /**
     * The bytes, from the beginning; their hash has been compared.
     *
     * @throws IOException when they cannot be read
     * @throws AlteredException when they are not the ones that were held: never to be let through
     */
    InputStream content(HeldMail held) throws IOException;

    /** Removes the bytes of holds that are carried out and whose time is over; returns how many. */
    int removeOver() throws IOException, RegisterUnavailableException;

    /**
     * Removes the bytes at once, whoever else holds the same ones, and lets nobody release them any more: for a secret.
     *
     * @param login who does it; for the log
     * @return what was held
     */
    List<HeldMail> erase(MailId mail, String login) throws IOException, RegisterUnavailableException;

    /** The bytes on the disk are not those that were held. */
    final class AlteredException extends IOException {

        private static final long serialVersionUID = 1L;

        public AlteredException(String message) {
            super(message);
        }
    }
}
