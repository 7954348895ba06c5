package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.document.ContentReader;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.secrecy.SecrecyRule;

/** Asks {@link SecrecyRule} about a mail. */
public final class SecrecyCheck {

    private final ContentReader contents;
    private final MessageReader messages;
    private final HeaderInUnicode unicode;
    private final SecrecyRule rule = new SecrecyRule();

    @Inject
    public SecrecyCheck(ContentReader contents, MessageReader messages, HeaderInUnicode unicode) {
        this.contents = contents;
        this.messages = messages;
        this.unicode = unicode;
    }

    /** The same check for mail from outside, which leaves room for our own. */
    public SecrecyCheck forOutside() {
        return new SecrecyCheck(contents.forOutside(), messages, unicode);
    }

    /**
     * The refusal of a mail that bears a mark.
     *
     * @throws MessagingException when the mail cannot be read just now
     */
    public Optional<Decision> decide(Mail mail) throws MessagingException {
        return decide(() -> new MimeMessageInputStream(mail.getMessage()), mail.getMessageSize());
    }

    /** All of them, a line each. */
    public static String subjects(MessageView header) {
        return header.all("Subject").map(HeaderField::text).collect(Collectors.joining("\n"));
    }

    /** The same of a message that is no mail of James's. */
    public Optional<Decision> decide(HeaderInUnicode.Source message, long size) throws MessagingException {
        try (InputStream header = message.open();
                InputStream whole = message.open()) {
            MessageView view = unicode.of(message, size, messages.header(header));
            return rule.decide(subjects(view), contents.read(whole));
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be read just now", e);
        }
    }
}
