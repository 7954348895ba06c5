package vn.vanthu.james;

import java.time.Instant;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxId;
import vn.vanthu.message.MailId;

/** What stands in James's mailboxes. */
public interface StoredMails {

    /**
     * Whether a folder holds a mail already.
     *
     * @param receivedAt when the mail came to us: it was not stored before
     * @throws MailboxException when the store cannot be read now
     */
    boolean hold(MailboxId folder, MailId id, Instant receivedAt) throws MailboxException;
}
