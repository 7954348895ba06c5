package vn.vanthu.james.confirmation;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.confirmation.ConfirmationFlow;
import vn.vanthu.confirmation.ConfirmationRule;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.james.held.Holding;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.Direction;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Looks at a mail, and lets it pass, marks it, or holds it until the confirmer has answered. */
public final class ConfirmationGate {

    private final Register register;
    private final ConfirmationFlow flow;
    private final Recipients recipients;
    private final Holding holding;
    private final ReleasedMail released;
    private final MessageReader messages;
    private final MailDocuments documents;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public ConfirmationGate(
            Register register,
            ConfirmationFlow flow,
            Recipients recipients,
            Holding holding,
            ReleasedMail released,
            MessageReader messages,
            MailDocuments documents,
            LiveOrganization organization,
            Clock clock) {
        this.register = register;
        this.flow = flow;
        this.recipients = recipients;
        this.holding = holding;
        this.released = released;
        this.messages = messages;
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
    public void use(Deadlines deadlines) {
        flow.use(deadlines);
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
        Held why = new Held(concern.purpose(), concern.reason(), concern.list(), ConfirmationFlow.RULE);
        hold(mail, looked.get().subject(), looked.get().recipients(), why, keepFor);
        return new Outlook(Result.HELD, concern);
    }

    /** Holds a mail until its sender has confirmed where it goes; false when he did. */
    public boolean holdForPlaces(Mail mail, String subject, Held why, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        List<String> behind = recipients.behind(mail);
        if (flow.isConfirmed(MailIds.of(mail), Purpose.PLACES, behind)) {
            return false;
        }
        hold(mail, subject, behind, why, keepFor);
        return true;
    }

    /**
     * Why a mail is held.
     *
     * @param summary for people, lines
     * @param rule in the log
     */
    public record Held(Purpose purpose, Reason reason, String summary, String rule) {}

    /** @param concern why; nothing for most mail */
    public record Outlook(Result result, Concern concern) {}

    /** Empty for the gateway's own mail. */
    private Optional<Looked> look(Mail mail, ConfirmationRule rule) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        if (submitted.isEmpty() && !mail.hasSender()) {
            return Optional.empty();
        }
        boolean fromOutside = submitted.filter(from -> from.login().isEmpty()).isPresent();
        List<String> behind = recipients.behind(mail);
        boolean inside = behind.stream().allMatch(organization.get()::isInside);
        Direction ours = inside ? Direction.INTERNAL : Direction.OUTGOING;
        MailDocuments.Read read = documents.of(mail);
        try (InputStream header = new MimeMessageInputStream(mail.getMessage())) {
            String subject = messages.header(header).subject();
            Concern concern = rule.look(subject, read.parts(), read.documents());
            return Optional.of(new Looked(subject, fromOutside ? Direction.INCOMING : ours, behind, concern));
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    /** Freezes bytes and envelope, then asks; returns when that is durable. */
    private void hold(Mail mail, String subject, List<String> behind, Held why, Duration keepFor)
            throws MessagingException, RegisterUnavailableException {
        Envelope envelope = new Envelope(Addresses.of(mail.getMaybeSender()), behind);
        SubmittedMail from = SubmittedMail.of(mail)
                .orElseGet(() -> new SubmittedMail("", "", new Fingerprint("", 0), clock.instant()));
        Holding.Terms terms = new Holding.Terms(
                why.purpose(),
                envelope.sender(),
                envelope,
                from,
                subject,
                why.reason().text(),
                keepFor);
        HeldMail kept = holding.keepPart(mail, MailIds.of(mail), terms);
        holding.record(
                mail,
                kept.mailId(),
                why.rule(),
                Decision.hold(why.reason()),
                kept.envelope().recipients(),
                Outcome.HELD,
                "waits for a confirmation");
        flow.submit(kept, why.summary());
    }
}
