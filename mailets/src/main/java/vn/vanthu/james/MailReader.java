package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;

/** Turns a James mail into the row that the register keeps of it. */
public final class MailReader {

    private final LiveOrganization organizations;
    private final MessageReader messages;
    private final HeaderInUnicode unicode;
    private final Clock clock;

    @Inject
    public MailReader(LiveOrganization organizations, MessageReader messages, HeaderInUnicode unicode, Clock clock) {
        this.organizations = organizations;
        this.messages = messages;
        this.unicode = unicode;
        this.clock = clock;
    }

    /**
     * The row of a mail as it came in; headers that people could not have written themselves are never trusted.
     *
     * @throws MessagingException when the message's bytes cannot be read from James's store
     */
    public MailRecord read(MailId id, Mail mail) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        String sender = Addresses.of(mail.getMaybeSender());
        List<String> recipients =
                mail.getRecipients().stream().map(Addresses::of).distinct().toList();
        MessageReader.Message message = read(mail);
        MessageView header = unicode.of(mail, message.view());
        Fingerprint fingerprint = submitted.map(SubmittedMail::fingerprint).orElse(message.fingerprint());
        return new MailRecord(
                id,
                submitted.map(SubmittedMail::receivedAt).orElseGet(clock::instant),
                direction(submitted, recipients),
                submitted.map(SubmittedMail::login).orElse(""),
                submitted.map(SubmittedMail::clientAddress).orElse(""),
                sender,
                recipients,
                header.fromText(),
                header.subject(),
                header.messageId(),
                fingerprint.size(),
                fingerprint.sha256());
    }

    private MessageReader.Message read(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.whole(in, 0);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private Direction direction(Optional<SubmittedMail> submitted, List<String> recipients) {
        boolean fromOutside = submitted.isPresent() && submitted.get().login().isEmpty();
        if (fromOutside) {
            return Direction.INCOMING;
        }
        Organization organization = organizations.get();
        return recipients.stream().allMatch(organization::isInside) ? Direction.INTERNAL : Direction.OUTGOING;
    }

    /** Whether the address belongs to this gateway. */
    public boolean isInside(MailAddress address) {
        return organizations.get().isInside(Addresses.of(address));
    }
}
