package vn.vanthu.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.decision.Decision;
import vn.vanthu.message.MailId;

/**
 * The register of mails. All methods are safe for many threads; a write is durable when it returns.
 *
 * <p>{@link RegisterUnavailableException} is always a failure that may pass: the caller keeps the mail and tries again.
 */
public interface Register {

    /** Whether a mail was seen for the first time. */
    enum Recording {
        NEW,
        /** The row was there: James replayed the mail, or a split came by. */
        REPLAYED
    }

    /**
     * Stores the configuration that is in force from now on; each later decision names its version.
     *
     * @param version short and the same for the same content, for example the start of its SHA-256
     * @param content the whole configuration as text
     */
    void configured(String version, String content) throws RegisterUnavailableException;

    /** Writes the row of a mail and of each of its recipients, once for each id. */
    Recording record(MailRecord mail) throws RegisterUnavailableException;

    /** As {@link #record(MailRecord)}, with the decision of the rule that let it in: one write instead of two. */
    Recording record(MailRecord mail, String rule, Decision decision) throws RegisterUnavailableException;

    /** When the mail came to us, if it was recorded: nothing became of it before. */
    Optional<Instant> receivedAt(MailId id) throws RegisterUnavailableException;

    /** Records that a recipient was replaced by others (alias, group, forward): their outcomes are then its outcome. */
    void expanded(MailId id, String recipient, Collection<String> into) throws RegisterUnavailableException;

    /** Writes what a rule decided, once for each mail, rule and verdict. */
    void decided(MailId id, String rule, Decision decision) throws RegisterUnavailableException;

    /** Writes what became of some recipients, once for each mail, recipient and step. All or nothing. */
    void outcomes(Collection<DeliveryEvent> events) throws RegisterUnavailableException;

    /** Those of the recipients for whom nothing more happens; one question for all of them. */
    Set<String> settled(MailId id, Collection<String> recipients) throws RegisterUnavailableException;

    /** Whether the recipient's mail already reached its end (delivered, relayed, bounced, refused). */
    default boolean isSettled(MailId id, String recipient) throws RegisterUnavailableException {
        return !settled(id, List.of(recipient)).isEmpty();
    }

    /** Writes an act of administration, once for each key. */
    void administered(AdminAct act) throws RegisterUnavailableException;

    /** Returns when the register can be written to now; cheap enough for each SMTP transaction. */
    void checkWritable() throws RegisterUnavailableException;
}
