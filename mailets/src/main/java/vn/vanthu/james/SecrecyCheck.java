package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.MessageReader;
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

    /**
     * The refusal of a mail that bears a mark.
     *
     * @throws MessagingException when the mail cannot be read just now
     */
    public Optional<Decision> decide(Mail mail) throws MessagingException {
        String subject;
        List<ReadPart> parts;
        try (InputStream header = new MimeMessageInputStream(mail.getMessage());
                InputStream whole = new MimeMessageInputStream(mail.getMessage())) {
            subject = unicode.of(mail, messages.header(header)).subject();
            parts = contents.read(whole);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be read just now", e);
        }
        return rule.decide(subject, parts);
    }
}
