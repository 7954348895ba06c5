package vn.vanthu.james;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.time.Instant;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.transport.mailets.delivery.MailboxAppenderImpl;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;
import org.apache.mailet.base.RFC2822Headers;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import vn.vanthu.message.MailId;

/** The INBOX of a recipient in James's mailbox store. */
public final class Inbox {

    private final UsersRepository users;
    private final MailboxManager mailboxes;
    private final StoredMails stored;
    private final MailboxAppenderImpl appender;

    @Inject
    public Inbox(UsersRepository users, @Named("mailboxmanager") MailboxManager mailboxes, StoredMails stored) {
        this.users = users;
        this.mailboxes = mailboxes;
        this.stored = stored;
        this.appender = new MailboxAppenderImpl(mailboxes);
    }

    /** Writes the envelope sender into the message, as the last hop does (RFC 5321, 4.4). */
    public void prepare(Mail mail) throws MessagingException {
        mail.getMessage()
                .setHeader(RFC2822Headers.RETURN_PATH, mail.getMaybeSender().asPrettyString());
    }

    /**
     * Puts the message into the recipient's INBOX, or the folder that an earlier mailet chose.
     *
     * @throws OverQuotaException when the mailbox is full: trying again does not help
     * @throws MessagingException when it cannot be written now
     */
    public void append(Mail mail, MailAddress recipient) throws MessagingException, OverQuotaException {
        try {
            append(mail, mail.getMessage(), recipient);
        } catch (MessagingException e) {
            if (!StorableHeader.isMissed(e)) {
                throw e;
            }
            append(mail, StorableHeader.in(mail.getMessage()), recipient);
        }
    }

    private void append(Mail mail, MimeMessage message, MailAddress recipient)
            throws MessagingException, OverQuotaException {
        Username owner = ownerOf(recipient);
        StorageDirective where = StorageDirective.fromMail(owner, mail).withDefaultFolder("INBOX");
        try {
            Mono.from(appender.append(message, owner, where)).block();
        } catch (RuntimeException e) {
            throw unwrapped(e, recipient);
        }
    }

    /**
     * Whether the INBOX holds the mail with this id already.
     *
     * @param receivedAt when the mail came to us: it was not stored before
     */
    public boolean holds(MailId id, Instant receivedAt, MailAddress recipient) throws MessagingException {
        MailboxSession session = mailboxes.createSystemSession(ownerOf(recipient));
        try {
            MessageManager inbox = mailboxes.getMailbox(MailboxPath.inbox(session), session);
            return stored.hold(inbox.getId(), id, receivedAt);
        } catch (MailboxNotFoundException e) {
            return false;
        } catch (MailboxException e) {
            throw new MessagingException("the mailbox of " + recipient + " cannot be read", e);
        } finally {
            mailboxes.endProcessingRequest(session);
        }
    }

    private Username ownerOf(MailAddress recipient) throws MessagingException {
        try {
            return users.getUsername(recipient);
        } catch (UsersRepositoryException e) {
            throw new MessagingException("the account of " + recipient + " cannot be looked up", e);
        }
    }

    private static MessagingException unwrapped(RuntimeException wrapper, MailAddress recipient)
            throws OverQuotaException {
        for (Throwable cause = Exceptions.unwrap(wrapper); cause != null; cause = cause.getCause()) {
            if (cause instanceof OverQuotaException full) {
                throw full;
            }
        }
        return new MessagingException("the mailbox of " + recipient + " cannot be written", wrapper);
    }
}
