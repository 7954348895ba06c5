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

    /** Those of the mailboxes that came in this time and that nobody decided about, oldest first. */
    List<QuarantinedMail> waiting(Collection<String> mailboxes, Instant after, Instant upTo)
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

    /** Some of those whose time is over and that are neither released nor noted as expired. */
    List<QuarantinedMail> over(Instant now) throws RegisterUnavailableException;

    /** Notes which mails a digest lists, in its order, all or none; what stands is kept. */
    void list(MailId digest, List<QuarantinedMail> mails, Instant at) throws RegisterUnavailableException;

    /** What a digest lists, in its order. */
    List<QuarantinedMail> listed(MailId digest) throws RegisterUnavailableException;
}
