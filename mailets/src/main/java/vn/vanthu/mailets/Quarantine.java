package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.jspecify.annotations.Nullable;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.spam.Clamd;
import vn.vanthu.james.spam.Evidence;
import vn.vanthu.james.spam.QuarantineDesk;
import vn.vanthu.james.spam.SpamMark;
import vn.vanthu.quarantine.Danger;
import vn.vanthu.quarantine.QuarantineFlow;
import vn.vanthu.quarantine.QuarantineRule;
import vn.vanthu.quarantine.QuarantineTerms;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.Teacher;

/**
 * Keeps spam from outside out of the mailboxes (Điều 5 khoản 3 điểm i, Điều 8 khoản 1) without losing any: it waits, each
 * person gets a list by mail, and what he releases by reply is delivered once. Mail that carries an official document is
 * delivered, marked; unless its sender is forged by the DMARC policy of his domain, or it carries a program, script, macro,
 * virus or a type that offices do not exchange: then it waits, whatever its score, and the clerk is told at once. What looks
 * like spam waits also where that policy asks for nothing. Where a file in it cannot be read it may be a document: the clerk
 * is told at once too.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.Quarantine"&gt;
 *   &lt;points&gt;5.0&lt;/points&gt;
 *   &lt;keepFor&gt;30d&lt;/keepFor&gt;
 *   &lt;digestAt&gt;08:00&lt;/digestAt&gt;
 *   &lt;lessonsADay&gt;50&lt;/lessonsADay&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code points}: the score from which a mail is spam, default 5.0; what passes below is marked {@code Unsure} at most;
 *   <li>{@code keepFor}: how long it is kept, default 30d, at least 7d; then it is removed;
 *   <li>{@code digestAt}: when the lists are sent, local times, default 08:00; {@code 08:00, 14:00} for two a day;
 *   <li>{@code lessonsADay}: how many mails a person may call spam or good in 24 hours so that the filter learns from it,
 *       by reply or by moving them into and out of the Junk folder, and how often he may change his mind; default 50;
 *   <li>{@code clamd}: where a ClamAV daemon listens, {@code 127.0.0.1:3310} or {@code /run/clamav/clamd.ctl}; default none;
 *   <li>{@code clamdTimeout}: how long a mail waits for it at most, default 10s. When it does not answer the mail goes on,
 *       and the register says that it was not checked.
 * </ul>
 *
 * Stands right behind {@link ScoreSpam}. Mail of our own people and notices pass. While the register is away mail waits.
 */
public final class Quarantine extends GenericMailet {

    private static final String RULE = "Quarantine";

    private final QuarantineDesk desk;
    private final Evidence evidence;
    private final QuarantineFlow flow;
    private final Teacher teacher;
    private final Register register;
    private final Clock clock;
    private double points = SpamScore.SPAM_FROM;
    private Duration keepFor = Duration.ofDays(30);
    private @Nullable Clamd clamd;

    @Inject
    public Quarantine(
            QuarantineDesk desk,
            Evidence evidence,
            QuarantineFlow flow,
            Teacher teacher,
            Register register,
            Clock clock) {
        this.desk = desk;
        this.evidence = evidence;
        this.flow = flow;
        this.teacher = teacher;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(
                getMailetConfig(), "points", "keepFor", "digestAt", "lessonsADay", "clamd", "clamdTimeout");
        points = points(parameters);
        keepFor = parameters.duration("keepFor", keepFor);
        if (keepFor.toDays() < 7) {
            throw parameters.wrong("keepFor", parameters.text("keepFor", ""), "7d and more");
        }
        QuarantineTerms terms = new QuarantineTerms(times(parameters));
        int lessonsADay = parameters.number("lessonsADay", Teacher.LESSONS_A_DAY, 0, 10_000);
        clamd = clamd(parameters);
        flow.at(terms);
        teacher.limit(lessonsADay);
    }

    private static double points(Parameters parameters) throws MessagingException {
        String text = parameters.text("points", String.valueOf(SpamScore.SPAM_FROM));
        if (!text.matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
            throw parameters.wrong("points", text, "a number of points, such as 5.0");
        }
        return Double.parseDouble(text);
    }

    private static List<LocalTime> times(Parameters parameters) throws MessagingException {
        String text = parameters.text("digestAt", "08:00");
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(time -> LocalTime.parse(time.strip()))
                    .toList();
        } catch (DateTimeException e) {
            throw parameters.wrong("digestAt", text, "local times, such as 08:00 or 08:00, 14:00");
        }
    }

    private @Nullable Clamd clamd(Parameters parameters) throws MessagingException {
        String where = parameters.text("clamd", "");
        Duration timeout = parameters.duration("clamdTimeout", Duration.ofSeconds(10));
        if (timeout.isZero() || timeout.toMinutes() > 2) {
            throw parameters.wrong("clamdTimeout", timeout.toSeconds() + "s", "1s to 120s");
        }
        if (where.isEmpty()) {
            return null;
        }
        return Clamd.at(where, timeout, clock)
                .orElseThrow(() -> parameters.wrong("clamd", where, "HOST:PORT, or the path of a socket"));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        boolean fromOutside =
                SubmittedMail.of(mail).filter(from -> from.login().isEmpty()).isPresent();
        if (!fromOutside || desk.isForServices(mail)) {
            return;
        }
        boolean looked = isSpam(mail) || evidence.isNeeded(mail);
        byte[] message = clamd == null && !looked ? new byte[0] : bytesOf(mail);
        List<Danger> dangers = new ArrayList<>();
        Optional<String> unchecked = viruses(message, dangers);
        if (!Waiting.orLater(mail, getMailetContext(), () -> {
            if (unchecked.isPresent()) {
                register.decided(MailIds.of(mail), "clamd", unchecked(unchecked.get()));
            }
        })) {
            return;
        }
        SpamMark.lowerBelow(mail, points);
        if (looked || !dangers.isEmpty()) {
            look(mail, message, dangers);
        }
    }

    private boolean isSpam(Mail mail) {
        return SpamMark.points(mail).filter(score -> score >= points).isPresent();
    }

    /** Adds what the daemon finds; why it was not checked, when it was not. */
    private Optional<String> viruses(byte[] message, List<Danger> dangers) {
        if (clamd == null) {
            return Optional.empty();
        }
        Clamd.Result result = clamd.scan(message);
        if (result instanceof Clamd.Found found) {
            dangers.add(new Danger(Danger.Kind.VIRUS, found.name()));
        }
        return result instanceof Clamd.Unknown unknown ? Optional.of(unknown.cause()) : Optional.empty();
    }

    private static Decision unchecked(String cause) {
        return Decision.deliver(Reason.of(
                        "virus-not-checked", "Điều 5 khoản 3 điểm i", "Thư chưa được kiểm tra vi-rút, vẫn được chuyển.")
                .withDetail(cause));
    }

    private void look(Mail mail, byte[] message, List<Danger> viruses) throws MessagingException {
        Evidence.Found found = evidence.of(mail, message, isSpam(mail), viruses);
        Optional<Decision> decision = QuarantineRule.decide(found.facts());
        if (decision.isPresent()) {
            Waiting.orLater(mail, getMailetContext(), () -> apply(mail, decision.get(), found.alert()));
        }
    }

    private void apply(Mail mail, Decision decision, String alert)
            throws MessagingException, RegisterUnavailableException {
        if (decision.verdict() == Decision.Verdict.DELIVER) {
            register.decided(MailIds.of(mail), RULE, decision);
            SpamMark.lower(mail.getMessage(), "Unsure", decision.reason().code());
            return;
        }
        Set<String> released = desk.released(mail);
        if (released.isEmpty()) {
            desk.hold(mail, decision, alert, keepFor);
            mail.setState(Mail.GHOST);
            return;
        }
        if (!desk.isReleasedToAll(mail)) {
            desk.hold(mail, decision, alert, keepFor);
        }
        List<MailAddress> recipients = new ArrayList<>();
        for (String mailbox : released) {
            recipients.add(new MailAddress(mailbox));
        }
        mail.setRecipients(recipients);
        SpamMark.lower(mail.getMessage(), "No", "quarantine-released");
    }

    private static byte[] bytesOf(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
