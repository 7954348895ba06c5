package vn.vanthu.james.approval;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.approval.SpeaksForAgency;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;

/** Reads a James mail for the gate. */
public final class OutgoingMails {

    private final LiveOrganization organization;
    private final MessageReader messages;
    private final MailDocuments documents;
    private final Recipients recipients;
    private final SentBefore sentBefore;
    private final Map<SpeaksForAgency.Mailboxes, SpeaksForAgency> rules = new ConcurrentHashMap<>();

    @Inject
    public OutgoingMails(
            LiveOrganization organization,
            MessageReader messages,
            MailDocuments documents,
            Recipients recipients,
            SentBefore sentBefore) {
        this.organization = organization;
        this.messages = messages;
        this.documents = documents;
        this.recipients = recipients;
        this.sentBefore = sentBefore;
    }

    /**
     * The mail as the rule sees it; empty when it cannot be one of ours that leaves: it came from another server for us,
     * or every recipient is inside. Only then is nothing of it read.
     */
    public Optional<Outgoing> read(Mail mail, SpeaksForAgency.Mailboxes mode)
            throws MessagingException, RegisterUnavailableException {
        boolean fromOutside =
                SubmittedMail.of(mail).filter(facts -> facts.login().isEmpty()).isPresent();
        List<String> behind = recipients.behind(mail);
        Organization now = organization.get();
        if (fromOutside || behind.stream().allMatch(now::isInside)) {
            return Optional.empty();
        }
        try {
            MailDocuments.Read read = documents.of(mail);
            OutgoingMail outgoing = new OutgoingMail(
                    header(mail),
                    login(mail),
                    Addresses.of(mail.getMaybeSender()),
                    behind,
                    read.parts(),
                    read.documents(),
                    false,
                    OutgoingMail.NOTHING);
            SpeaksForAgency rule = rule(now, mode);
            Speaking speaking = rule.judge(outgoing);
            if (speaking.isOfficial() && !outgoing.answered().isEmpty()) {
                outgoing = sentBefore.completed(outgoing, now);
                speaking = rule.judge(outgoing);
            }
            return Optional.of(new Outgoing(outgoing, speaking, bytes(mail)));
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private SpeaksForAgency rule(Organization now, SpeaksForAgency.Mailboxes mode) {
        SpeaksForAgency last = rules.get(mode);
        if (last != null && last.isOf(now)) {
            return last;
        }
        return rules.compute(
                mode, (any, known) -> known != null && known.isOf(now) ? known : new SpeaksForAgency(now, mode));
    }

    private static String login(Mail mail) {
        return SubmittedMail.of(mail).map(SubmittedMail::login).orElse("");
    }

    private MessageView header(Mail mail) throws MessagingException, IOException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in);
        }
    }

    private static Fingerprint bytes(Mail mail) throws MessagingException, IOException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return MessageReader.fingerprint(in, 0);
        }
    }
}
