package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.held.Holding;
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
import vn.vanthu.register.Outcome;
import vn.vanthu.register.RegisterUnavailableException;

/** Puts mails into the quarantine. Every step is done once, however often a mail comes by. */
public final class QuarantineDesk {

    private final QuarantinedMails quarantine;
    private final QuarantineFlow flow;
    private final Recipients recipients;
    private final Holding holding;
    private final MessageReader messages;
    private final LiveOrganization organization;
    private final Why why = new Why();

    @Inject
    public QuarantineDesk(
            QuarantinedMails quarantine,
            QuarantineFlow flow,
            Recipients recipients,
            Holding holding,
            MessageReader messages,
            LiveOrganization organization) {
        this.quarantine = quarantine;
        this.flow = flow;
        this.recipients = recipients;
        this.holding = holding;
        this.messages = messages;
        this.organization = organization;
    }

    /** The mailboxes behind the recipients to which somebody released this mail. */
    public Set<String> released(Mail mail) throws MessagingException, RegisterUnavailableException {
        return quarantine.released(MailIds.of(mail), recipients.behind(mail));
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
        return released(mail).containsAll(recipients.behind(mail));
    }

    /**
     * Keeps the mail from all mailboxes but those it was released to; returns when that is durable.
     *
     * @param alert what the clerk is told at once about its documents; empty when there are none
     */
    public void hold(Mail mail, Decision decision, String alert, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Set<String> mailboxes = new LinkedHashSet<>(recipients.behind(mail));
        mailboxes.removeAll(released(mail));
        HeldMail kept = keep(mail, decision, List.copyOf(mailboxes), keepFor);
        quarantine.add(mailboxes.stream()
                .map(mailbox -> entry(mail, kept, mailbox, decision))
                .toList());
        holding.record(
                mail,
                kept.mailId(),
                "Quarantine",
                decision,
                mailboxes,
                Outcome.QUARANTINED,
                decision.reason().code());
        if (!alert.isEmpty()) {
            tellClerk(kept.mailId(), alert);
        }
    }

    private HeldMail keep(Mail mail, Decision decision, List<String> mailboxes, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Holding.Terms terms = new Holding.Terms(
                Purpose.QUARANTINE,
                mailboxes.get(0),
                new Envelope(Addresses.of(mail.getMaybeSender()), mailboxes),
                SubmittedMail.of(mail).orElseThrow(),
                subject(mail),
                decision.reason().text(),
                keepFor);
        return holding.keep(mail, MailIds.of(mail), terms);
    }

    private String subject(Mail mail) throws MessagingException, RegisterUnavailableException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in).subject();
        } catch (IOException e) {
            throw new RegisterUnavailableException("the message cannot be read from the spool: " + e.getMessage(), e);
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

    private void tellClerk(MailId id, String text) throws RegisterUnavailableException {
        try {
            flow.alert(id, text);
        } catch (NotToldException e) {
            throw new RegisterUnavailableException("the clerk cannot be told now: " + e.getMessage(), e);
        }
    }
}
