package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.Oddity;

/**
 * Reads the header of the message that DATA brought, once, and lets a rule look at it. A header that is longer than the
 * limit ({@code vanthu.message.maxheaderbytes}) is refused before: what stands beyond was not seen, and no honest header
 * is that long.
 */
final class ReadHeader {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReadHeader.class);

    private final MessageReader reader;

    @Inject
    ReadHeader(MessageReader reader) {
        this.reader = reader;
    }

    /** What is made of a header. */
    @FunctionalInterface
    interface Rule {
        HookResult apply(MessageView header) throws MessagingException;
    }

    HookResult then(Mail mail, Rule rule) {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            MessageView header = reader.header(in);
            return header.oddities().contains(Oddity.HEADER_TOO_LONG) ? tooLong() : rule.apply(header);
        } catch (IOException | MessagingException e) {
            LOGGER.error("mail {} could not be read back after DATA", mail.getName(), e);
            return Replies.later("451", "4.3.0", "Khong doc lai duoc thu, xin gui lai", "Cannot read the message back");
        }
    }

    private static HookResult tooLong() {
        return Replies.refuse("552", "5.3.4", "Phan dau thu qua lon", "The header section is too large");
    }
}
