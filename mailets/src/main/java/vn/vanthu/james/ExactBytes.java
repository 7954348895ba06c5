package vn.vanthu.james;

import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/**
 * Keeps a message as it is. When a header was added, James calls {@code saveChanges} on the way into a queue, which adds
 * Date, Message-ID and MIME-Version: that breaks a DKIM signature, and a message must stay as it came.
 */
public final class ExactBytes {

    private ExactBytes() {}

    /** Makes the message, as it reads now, one that nobody changed. */
    public static void fix(Mail mail) throws MessagingException {
        if (!(mail instanceof MailImpl own) || !isChanged(mail)) {
            return;
        }
        try (InputStream now = new MimeMessageInputStream(mail.getMessage())) {
            own.setMessageContent(MimeMessageInputStreamSource.create(mail.getName(), now));
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private static boolean isChanged(Mail mail) throws MessagingException {
        return !(mail.getMessage() instanceof MimeMessageWrapper message) || message.isModified();
    }
}
