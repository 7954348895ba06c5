package vn.vanthu.quarantine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/** What is in the quarantine, mailbox by mailbox. Safe for many threads; durable on return. */
public interface QuarantinedMails {

    /** The step of a mail that somebody released. */
    String RELEASED = "released";
    /** The step of a released mail that is on its way. */
    String QUEUED = "queued";
    /** The step of a mail that somebody called spam. */
    String REPORTED = "reported";
    /** The step of a mail whose time was over. */
    String EXPIRED = "expired";

    /** Writes them down, each once. */
    void add(Collection<QuarantinedMail> mails) throws RegisterUnavailableException;

    /** The rows of one mail. */
    List<QuarantinedMail> of(MailId mail) throws RegisterUnavailableException;

    /**
     * Those of the mailboxes that nobody decided about and no digest of this reader {@linkplain #list listed} yet, oldest
     * first; however long they are there: a clock that jumps, a crash and a second gateway lose none.
     *
     * @param upTo came no later
     * @param most of them
     */
    List<QuarantinedMail> unlisted(String reader, Readership mailboxes, Instant upTo, int most)
            throws RegisterUnavailableException;

    /** Those of the mailboxes to which a mail was released. */
    Set<String> released(MailId mail, Collection<String> mailboxes) throws RegisterUnavailableException;

    /** Notes a step of a mail, once; true when it is new. */
    boolean note(QuarantinedMail mail, String step, String login, Instant at) throws RegisterUnavailableException;

    /**
     * Who did something about a mail.
     *
     * @param login a full address
     */
    record Handled(QuarantinedMail mail, String login, Instant at) {}

    /** How somebody released it; empty when nobody did. */
    Optional<Handled> release(QuarantinedMail mail) throws RegisterUnavailableException;

    /** Those that were released but are not noted as on their way. */
    List<Handled> unsent() throws RegisterUnavailableException;

    /**
     * Some of those whose time is over and that are neither released nor noted as expired.
     *
     * @param listedBefore when a reader's digest must have listed them: whom nobody told of a mail cannot have refused it
     */
    List<QuarantinedMail> over(Instant now, Instant listedBefore) throws RegisterUnavailableException;

    /** Whether the bytes of a mail are still needed: a row of it is neither expired nor on its way. */
    boolean isWaiting(MailId mail) throws RegisterUnavailableException;

    /**
     * Notes which mails a digest lists, in its order, all or none; what stands is kept.
     *
     * @param reader whose digest it is; empty for an alert, after which his digest lists them too
     */
    void list(MailId digest, String reader, List<QuarantinedMail> mails, Instant at)
            throws RegisterUnavailableException;

    /** What a digest lists, in its order. */
    List<QuarantinedMail> listed(MailId digest) throws RegisterUnavailableException;
}
