package vn.vanthu.james.document;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.mail.Flags;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import vn.vanthu.filing.Archive;
import vn.vanthu.james.StorableHeader;
import vn.vanthu.james.StoredMails;
import vn.vanthu.message.MailId;

/** The folders of a mailbox that filed documents stand in. They are made and subscribed to when they are needed. */
public final class FiledFolders {

    private final UsersRepository users;
    private final MailboxManager mailboxes;
    private final SubscriptionManager subscriptions;
    private final StoredMails stored;

    @Inject
    public FiledFolders(
            UsersRepository users,
            @Named("mailboxmanager") MailboxManager mailboxes,
            SubscriptionManager subscriptions,
            StoredMails stored) {
        this.users = users;
        this.mailboxes = mailboxes;
        this.subscriptions = subscriptions;
        this.stored = stored;
    }

    /**
     * Puts a message into a folder, read already, unless it is there.
     *
     * @param receivedAt when the mail came to us: it was not stored before
     * @param folder from the top, one element a level
     * @throws OverQuotaException when the mailbox is full
     * @throws MessagingException when it cannot be written now
     */
    public void file(MailId id, Instant receivedAt, String mailbox, List<String> folder, Archive.Message message)
            throws MessagingException, OverQuotaException {
        MailboxSession session = mailboxes.createSystemSession(owner(mailbox));
        try {
            MessageManager target = open(folder, session);
            if (!stored.hold(target.getId(), id, receivedAt)) {
                append(target, message, session);
            }
        } catch (OverQuotaException e) {
            throw e;
        } catch (MailboxException | IOException e) {
            throw new MessagingException("the folder " + folder + " of " + mailbox + " cannot be written", e);
        } finally {
            mailboxes.endProcessingRequest(session);
        }
    }

    private static void append(MessageManager target, Archive.Message message, MailboxSession session)
            throws MailboxException, IOException {
        try {
            append(target, bytes(message), session);
        } catch (MailboxException e) {
            if (!StorableHeader.isMissed(e)) {
                throw e;
            }
            append(target, storable(message), session);
        }
    }

    private static void append(MessageManager target, byte[] message, MailboxSession session) throws MailboxException {
        target.appendMessage(
                AppendCommand.builder().withFlags(new Flags(Flags.Flag.SEEN)).build(message), session);
    }

    private static byte[] bytes(Archive.Message message) throws IOException {
        try (InputStream in = message.open()) {
            return in.readAllBytes();
        }
    }

    private static byte[] storable(Archive.Message message) throws IOException {
        try (InputStream in = message.open();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            StorableHeader.in(new MimeMessage(Session.getInstance(new Properties()), in))
                    .writeTo(out);
            return out.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("the message cannot be read", e);
        }
    }

    /** Each level is subscribed to: mail programs show a folder only below folders that they show. */
    private MessageManager open(List<String> folder, MailboxSession session) throws MailboxException {
        char delimiter = session.getPathDelimiter();
        MailboxPath path = MailboxPath.forUser(session.getUser(), String.join(String.valueOf(delimiter), folder));
        try {
            return mailboxes.getMailbox(path, session);
        } catch (MailboxNotFoundException missing) {
            for (MailboxPath level : path.getHierarchyLevels(delimiter)) {
                create(level, session);
            }
            return mailboxes.getMailbox(path, session);
        }
    }

    private void create(MailboxPath level, MailboxSession session) throws MailboxException {
        try {
            mailboxes.createMailbox(level, session);
        } catch (MailboxExistsException e) {
            // The level above, or another thread was faster.
        }
        subscriptions.subscribe(session, level);
    }

    private Username owner(String mailbox) throws MessagingException {
        try {
            return users.getUsername(new MailAddress(mailbox));
        } catch (UsersRepositoryException e) {
            throw new MessagingException("the account of " + mailbox + " cannot be looked up", e);
        }
    }
}
