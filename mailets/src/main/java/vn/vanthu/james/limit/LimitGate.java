package vn.vanthu.james.limit;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.MailReader;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.held.Holding;
import vn.vanthu.james.spam.SpamMark;
import vn.vanthu.limit.LimitTopic;
import vn.vanthu.limit.Sending;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.limit.SendingRule;
import vn.vanthu.limit.Stops;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.SpamScore;

/** Lets a mail of a login pass, or holds it. */
public final class LimitGate {

    private static final String RULE = "LimitSender";
    private static final Reason STOPPED = Reason.of(
            "limit-stopped",
            SendingLimits.CLAUSE,
            "Tài khoản đang bị dừng gửi thư ra ngoài; thư được giữ lại cho đến khi Văn phòng quyết định.");

    /** What the mailet was told. */
    public record Terms(SendingLimits limits, Duration keepFor) {}

    private final HeldMails held;
    private final Holding holding;
    private final Register register;
    private final SendingHistory history;
    private final Stops stops;
    private final LimitTopic topic;
    private final MailReader reader;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public LimitGate(
            HeldMails held,
            Holding holding,
            Register register,
            SendingHistory history,
            Stops stops,
            LimitTopic topic,
            MailReader reader,
            LiveOrganization organization,
            Clock clock) {
        this.held = held;
        this.holding = holding;
        this.register = register;
        this.history = history;
        this.stops = stops;
        this.topic = topic;
        this.reader = reader;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Whether the mail goes on; else it is held when this returns, and may be dropped.
     *
     * @param recipients those behind aliases and groups
     */
    public boolean passes(Mail mail, SubmittedMail from, List<String> recipients, Terms terms)
            throws MessagingException, RegisterUnavailableException {
        MailId id = MailIds.of(mail);
        Envelope envelope = envelope(mail);
        Optional<HeldMail> before = FirstPass.is(mail) ? Optional.empty() : held.find(id, Purpose.LIMIT);
        boolean sameMail =
                before.filter(known -> known.envelope().equals(envelope)).isPresent();
        if (sameMail && held.decision(before.get()).isPresent()) {
            return held.decision(before.get()).get().outcome().equals("released");
        }
        Optional<Stops.Stop> stop = stops.newestOf(from.login());
        Optional<Reason> reason = sameMail ? Optional.of(STOPPED) : reason(mail, from, recipients, stop, terms);
        if (reason.isEmpty()) {
            return true;
        }
        // A part of the mail that James forwards by itself is a mail of its own.
        MailId own = before.isEmpty() || sameMail ? id : MailId.ofMailName(id + "\n" + envelope.text());
        MailRecord row = reader.read(own, mail);
        if (!own.equals(id)) {
            register.record(row);
        }
        hold(mail, from, row, reason.get(), stop, terms);
        return false;
    }

    private Optional<Reason> reason(
            Mail mail, SubmittedMail from, List<String> recipients, Optional<Stops.Stop> stop, Terms terms)
            throws MessagingException, RegisterUnavailableException {
        if (stop.isPresent() && !stop.get().isLifted()) {
            return Optional.of(STOPPED);
        }
        Optional<Instant> lifted = stop.flatMap(Stops.Stop::end).map(end -> end.at());
        String id = MailIds.of(mail).value();
        boolean looksLikeSpam = SpamMark.points(mail)
                .filter(points -> points >= SpamScore.SPAM_FROM)
                .isPresent();
        List<Sending> sendings = recipients.stream()
                .map(recipient -> new Sending(id, from.receivedAt(), recipient))
                .toList();
        return new SendingRule(terms.limits(), history)
                .look(from.login(), sendings, looksLikeSpam, lifted, organization.get(), clock.instant());
    }

    private void hold(
            Mail mail, SubmittedMail from, MailRecord row, Reason reason, Optional<Stops.Stop> stop, Terms terms)
            throws MessagingException, RegisterUnavailableException {
        Holding.Terms held = new Holding.Terms(
                Purpose.LIMIT, from.login(), envelope(mail), from, row.subject(), reason.text(), terms.keepFor());
        HeldMail kept = holding.keep(mail, row.id(), held);
        register.decided(kept.mailId(), RULE, Decision.hold(reason));
        register.outcomes(kept.envelope().recipients().stream()
                .map(recipient -> new DeliveryEvent(
                        kept.mailId(),
                        recipient,
                        "limit",
                        Outcome.HELD,
                        clock.instant(),
                        "",
                        "its sender went over a limit"))
                .toList());
        try {
            topic.stop(kept, stop, organization.get());
        } catch (NotToldException e) {
            throw new RegisterUnavailableException("the Office cannot be told now: " + e.getMessage(), e);
        }
    }

    private static Envelope envelope(Mail mail) {
        return new Envelope(
                Addresses.of(mail.getMaybeSender()),
                mail.getRecipients().stream().map(Addresses::of).toList());
    }
}
