package vn.vanthu.james.confirmation;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.confirmation.ConfirmationFlow;
import vn.vanthu.confirmation.ConfirmationRule;
import vn.vanthu.decision.Decision;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.MailReader;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.approval.OutgoingMails;
import vn.vanthu.james.approval.ReleasedMail;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Direction;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Looks at a mail, and lets it pass, marks it, or holds it until the confirmer has answered. */
public final class ConfirmationGate {

    private final HeldMails held;
    private final Register register;
    private final ConfirmationFlow flow;
    private final OutgoingMails mails;
    private final ReleasedMail released;
    private final MailReader reader;
    private final MessageReader messages;
    private final ContentReader contents;
    private final DocumentReader documents;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public ConfirmationGate(
            HeldMails held,
            Register register,
            ConfirmationFlow flow,
            OutgoingMails mails,
            ReleasedMail released,
            MailReader reader,
            MessageReader messages,
            ContentReader contents,
            DocumentReader documents,
            LiveOrganization organization,
            Clock clock) {
        this.held = held;
        this.register = register;
        this.flow = flow;
        this.mails = mails;
        this.released = released;
        this.reader = reader;
        this.messages = messages;
        this.contents = contents;
        this.documents = documents;
        this.organization = organization;
        this.clock = clock;
    }

    /** What became of a mail at the gate. */
    public enum Result {
        PASSED,
        /** It came from outside: it goes on, and says what could not be read. */
        MARKED,
        /** It is held, durably; nothing of it may go on. */
        HELD
    }

    /** How long its questions may take. */
    public void use(ConfirmationFlow.Terms terms) {
        flow.use(terms);
    }

    /** Decides, records, and asks. */
    public Outlook decide(Mail mail, ConfirmationRule rule, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        if (released.isSecond(mail)) {
            return new Outlook(Result.HELD, new Concern(List.of(), List.of()));
        }
        Optional<Looked> looked = look(mail, rule);
        if (looked.isEmpty() || looked.get().concern().isNothing()) {
            return new Outlook(Result.PASSED, new Concern(List.of(), List.of()));
        }
        Concern concern = looked.get().concern();
        if (looked.get().direction() == Direction.INCOMING) {
            register.decided(MailIds.of(mail), ConfirmationFlow.RULE, Decision.deliver(concern.reason()));
            return new Outlook(Result.MARKED, concern);
        }
        if (!rule.holds(concern, looked.get().direction())
                || flow.isConfirmed(
                        MailIds.of(mail), concern.purpose(), looked.get().recipients())) {
            return new Outlook(Result.PASSED, concern);
        }
        hold(mail, looked.get(), keepFor);
        return new Outlook(Result.HELD, concern);
    }

    /** @param concern why; nothing for most mail */
    public record Outlook(Result result, Concern concern) {}

    /** Empty for the gateway's own mail. */
    private Optional<Looked> look(Mail mail, ConfirmationRule rule) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        if (submitted.isEmpty() && !mail.hasSender()) {
            return Optional.empty();
        }
        boolean fromOutside = submitted.filter(from -> from.login().isEmpty()).isPresent();
        List<String> recipients = mails.behind(mail);
        boolean inside = recipients.stream().allMatch(organization.get()::isInside);
        Direction ours = inside ? Direction.INTERNAL : Direction.OUTGOING;
        try (InputStream header = new MimeMessageInputStream(mail.getMessage());
                InputStream whole = new MimeMessageInputStream(mail.getMessage())) {
            String subject = messages.header(header).subject();
            List<ReadPart> parts = contents.read(whole);
            Concern concern = rule.look(subject, parts, documents.documents(parts));
            return Optional.of(new Looked(subject, fromOutside ? Direction.INCOMING : ours, recipients, concern));
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    /** Freezes bytes and envelope, then asks; returns when that is durable. */
    private void hold(Mail mail, Looked looked, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Envelope envelope = new Envelope(Addresses.of(mail.getMaybeSender()), looked.recipients());
        HeldMail kept = keep(mail, MailIds.of(mail), envelope, looked, keepFor);
        if (!kept.envelope().equals(envelope)) {
            // Another part of the same mail is held already: this one is a mail of its own.
            MailId own = MailId.ofMailName(kept.mailId() + "\n" + envelope.text());
            register.record(reader.read(own, mail));
            kept = keep(mail, own, envelope, looked, keepFor);
        }
        record(mail, kept, looked.concern());
        flow.submit(kept, looked.concern().list());
    }

    private HeldMail keep(Mail mail, MailId id, Envelope envelope, Looked looked, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Instant now = clock.instant();
        SubmittedMail from =
                SubmittedMail.of(mail).orElseGet(() -> new SubmittedMail("", "", new Fingerprint("", 0), now));
        HeldMail.Submission submission =
                new HeldMail.Submission(from.login(), from.clientAddress(), from.fingerprint(), from.receivedAt());
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            return held.hold(
                    content -> new HeldMail(
                            id,
                            looked.concern().purpose(),
                            envelope.sender(),
                            envelope,
                            content,
                            submission,
                            looked.subject(),
                            looked.concern().reason().text(),
                            now,
                            now.plus(keepFor)),
                    message);
        } catch (IOException e) {
            throw new RegisterUnavailableException("the held mail cannot be stored: " + e.getMessage(), e);
        }
    }

    private void record(Mail mail, HeldMail kept, Concern concern)
            throws MessagingException, RegisterUnavailableException {
        register.decided(kept.mailId(), ConfirmationFlow.RULE, Decision.hold(concern.reason()));
        for (MailAddress recipient : mail.getRecipients()) {
            List<String> behind = mails.behind(recipient);
            if (!behind.equals(List.of(Addresses.of(recipient)))) {
                register.expanded(kept.mailId(), Addresses.of(recipient), behind);
            }
        }
        register.outcomes(kept.envelope().recipients().stream()
                .map(recipient -> new DeliveryEvent(
                        kept.mailId(),
                        recipient,
                        Outcome.HELD.code(),
                        Outcome.HELD,
                        clock.instant(),
                        "",
                        "waits for a confirmation"))
                .toList());
    }
}
