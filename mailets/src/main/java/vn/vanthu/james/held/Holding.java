package vn.vanthu.james.held;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailReader;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Freezes the bytes and the envelope of a mail that a gate holds, and records it. Done again it changes nothing. */
public final class Holding {

    /**
     * How a mail is held.
     *
     * @param mailbox in whose name it is, or whose it is
     * @param reason in Vietnamese
     */
    public record Terms(
            Purpose purpose,
            String mailbox,
            Envelope envelope,
            SubmittedMail from,
            String subject,
            String reason,
            Duration keepFor) {}

    private final HeldMails held;
    private final Register register;
    private final MailReader reader;
    private final Recipients recipients;
    private final Clock clock;

    @Inject
    public Holding(HeldMails held, Register register, MailReader reader, Recipients recipients, Clock clock) {
        this.held = held;
        this.register = register;
        this.reader = reader;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Returns when it is durable; what is held already under this id is returned as it is. */
    public HeldMail keep(Mail mail, MailId id, Terms terms) throws MessagingException, RegisterUnavailableException {
        Instant now = clock.instant();
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            return held.hold(
                    content -> new HeldMail(
                            id,
                            terms.purpose(),
                            terms.mailbox(),
                            terms.envelope(),
                            content,
                            terms.from().asHeld(),
                            terms.subject(),
                            terms.reason(),
                            now,
                            now.plus(terms.keepFor())),
                    message);
        } catch (IOException e) {
            throw new RegisterUnavailableException("the held mail cannot be stored: " + e.getMessage(), e);
        }
    }

    /** The same; another part of a mail that is held already, which James forwards by itself, is a mail of its own. */
    public HeldMail keepPart(Mail mail, MailId id, Terms terms)
            throws MessagingException, RegisterUnavailableException {
        HeldMail kept = keep(mail, id, terms);
        if (kept.envelope().equals(terms.envelope())) {
            return kept;
        }
        MailId own = MailId.ofMailName(kept.mailId() + "\n" + terms.envelope().text());
        register.record(reader.read(own, mail));
        return keep(mail, own, terms);
    }

    /**
     * Records the decision, who stands behind the recipients, and their outcome.
     *
     * @param kept who does not get it
     * @param reply technical, for the register
     */
    public void record(
            Mail mail,
            MailId id,
            String rule,
            Decision decision,
            Collection<String> kept,
            Outcome outcome,
            String reply)
            throws MessagingException, RegisterUnavailableException {
        register.decided(id, rule, decision);
        for (MailAddress recipient : mail.getRecipients()) {
            List<String> behind = recipients.behind(recipient);
            if (!behind.equals(List.of(Addresses.of(recipient)))) {
                register.expanded(id, Addresses.of(recipient), behind);
            }
        }
        register.outcomes(kept.stream()
                .map(recipient -> new DeliveryEvent(id, recipient, outcome.code(), outcome, clock.instant(), "", reply))
                .toList());
    }
}
