package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.text.MessageConversion;
import vn.vanthu.message.text.MessageConverter;
import vn.vanthu.message.text.OfficeFiles;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * The header of a mail in Unicode, for the register: auditors search it. A Subject in a legacy encoding is too short to be
 * sure of; so where one is suspected the whole message is asked.
 */
public final class HeaderInUnicode {

    /** What is larger is not held in memory a second time for the sake of its Subject. */
    private static final int LARGEST_BYTES = 1 << 20;

    private final VietnameseText engine;
    private final MessageConverter converter;
    private final MessageReader messages;

    @Inject
    public HeaderInUnicode(VietnameseText engine, MessageReader messages) {
        this.engine = engine;
        this.converter = new MessageConverter(engine, OfficeFiles.IGNORE);
        this.messages = messages;
    }

    /** A message, as often as it is asked for. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException, MessagingException;
    }

    /** @param asItCame the header as it was read; returned when it is plain Unicode */
    public MessageView of(Mail mail, MessageView asItCame) throws MessagingException {
        return of(() -> new MimeMessageInputStream(mail.getMessage()), mail.getMessageSize(), asItCame);
    }

    /** The same of a message that is no mail of James's. */
    public MessageView of(Source message, long size, MessageView asItCame) throws MessagingException {
        boolean plain = isUnicode(asItCame.subject()) && isUnicode(asItCame.fromText());
        if (plain || size > LARGEST_BYTES) {
            return asItCame;
        }
        try (InputStream in = message.open()) {
            MessageConversion conversion = converter.convert(in.readAllBytes());
            return conversion.changed() ? messages.header(new ByteArrayInputStream(conversion.bytes())) : asItCame;
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read", e);
        }
    }

    private boolean isUnicode(String text) {
        Conversion conversion = engine.convert(text, Evidence.none());
        return !conversion.changed() && !conversion.flagged();
    }
}
