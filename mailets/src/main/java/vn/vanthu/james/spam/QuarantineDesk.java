package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.command.clerk.DocumentLines;
import vn.vanthu.decision.Decision;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.approval.OutgoingMails;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.quarantine.QuarantineFlow;
import vn.vanthu.quarantine.QuarantineRule;
import vn.vanthu.quarantine.QuarantinedMail;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.quarantine.Why;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Puts mails into the quarantine. Every step is done once, however often a mail comes by. */
public final class QuarantineDesk {

    private static final int MOST_TOLD = 5;

    private final HeldMails held;
    private final QuarantinedMails quarantine;
    private final QuarantineFlow flow;
    private final Register register;
    private final OutgoingMails mails;
    private final MessageReader messages;
    private final LiveOrganization organization;
    private final Clock clock;
    private final Why why = new Why();

    @Inject
    public QuarantineDesk(
            HeldMails held,
            QuarantinedMails quarantine,
            QuarantineFlow flow,
            Register register,
            OutgoingMails mails,
            MessageReader messages,
            LiveOrganization organization,
            Clock clock) {
        this.held = held;
        this.quarantine = quarantine;
        this.flow = flow;
        this.register = register;
        this.mails = mails;
        this.messages = messages;
        this.organization = organization;
        this.clock = clock;
    }

    /** The mailboxes behind the recipients to which somebody released this mail. */
    public Set<String> released(Mail mail) throws MessagingException, RegisterUnavailableException {
        return quarantine.released(MailIds.of(mail), mails.behind(mail));
    }

    /** Whether it goes to the service addresses only, which take no mail from outside anyway and have no reader. */
    public boolean isForServices(Mail mail) {
        Agency agency = organization.get().agency();
        return mail.getRecipients().stream()
                .map(ServiceAddress::of)
                .allMatch(service -> service.isAt(agency.registerAddress()) || service.isAt(agency.noticesAddress()));
    }

    /** Whether it was released to every mailbox behind the recipients. */
    public boolean isReleasedToAll(Mail mail) throws MessagingException, RegisterUnavailableException {
        return released(mail).containsAll(mails.behind(mail));
    }

    /**
     * Keeps the mail from all mailboxes but those it was released to; returns when that is durable.
     *
     * @param documents what it carries: the clerk is told of them at once
     */
    public void hold(Mail mail, Decision decision, List<OfficialDocument> documents, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Set<String> mailboxes = new LinkedHashSet<>(mails.behind(mail));
        mailboxes.removeAll(released(mail));
        HeldMail kept = keep(mail, decision, List.copyOf(mailboxes), keepFor);
        quarantine.add(mailboxes.stream()
                .map(mailbox -> entry(mail, kept, mailbox, decision))
                .toList());
        record(mail, kept.mailId(), mailboxes, decision);
        if (!documents.isEmpty()) {
            tellClerk(kept.mailId(), documents);
        }
    }

    private HeldMail keep(Mail mail, Decision decision, List<String> mailboxes, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        MailId id = MailIds.of(mail);
        SubmittedMail from = SubmittedMail.of(mail).orElseThrow();
        Instant now = clock.instant();
        Envelope envelope = new Envelope(Addresses.of(mail.getMaybeSender()), mailboxes);
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            String subject = subject(mail);
            return held.hold(
                    content -> new HeldMail(
                            id,
                            Purpose.QUARANTINE,
                            mailboxes.get(0),
                            envelope,
                            content,
                            new HeldMail.Submission(
                                    from.login(), from.clientAddress(), from.fingerprint(), from.receivedAt()),
                            subject,
                            decision.reason().text(),
                            now,
                            now.plus(keepFor)),
                    message);
        } catch (IOException e) {
            throw new RegisterUnavailableException("the held mail cannot be stored: " + e.getMessage(), e);
        }
    }

    private String subject(Mail mail) throws MessagingException, IOException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in).subject();
        }
    }

    private QuarantinedMail entry(Mail mail, HeldMail kept, String mailbox, Decision decision) {
        String code = decision.reason().code();
        String symptoms = why.of(SpamMark.symbols(mail));
        boolean plain = code.equals(QuarantineRule.SPAM) && !symptoms.isEmpty();
        return new QuarantinedMail(
                kept.mailId(),
                mailbox,
                "",
                kept.subject(),
                SpamMark.points(mail).orElse(0.0),
                code,
                plain ? symptoms : decision.reason().text(),
                kept.heldAt(),
                kept.keepUntil());
    }

    private void record(Mail mail, MailId id, Set<String> mailboxes, Decision decision)
            throws MessagingException, RegisterUnavailableException {
        register.decided(id, "Quarantine", decision);
        for (MailAddress recipient : mail.getRecipients()) {
            List<String> behind = mails.behind(recipient);
            if (!behind.equals(List.of(Addresses.of(recipient)))) {
                register.expanded(id, Addresses.of(recipient), behind);
            }
        }
        String reply = decision.reason().code();
        register.outcomes(mailboxes.stream()
                .map(mailbox -> new DeliveryEvent(
                        id, mailbox, Outcome.QUARANTINED.code(), Outcome.QUARANTINED, clock.instant(), "", reply))
                .toList());
    }

    private void tellClerk(MailId id, List<OfficialDocument> documents) throws RegisterUnavailableException {
        String text = documents.stream()
                .limit(MOST_TOLD)
                .map(document -> DocumentLines.show(document.fields()))
                .collect(Collectors.joining("\n"));
        try {
            flow.alert(id, text);
        } catch (NotToldException e) {
            throw new RegisterUnavailableException("the clerk cannot be told now: " + e.getMessage(), e);
        }
    }
}
