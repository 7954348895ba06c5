package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.limit.LimitGate;
import vn.vanthu.limit.Rate;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Stops a login that sends too much to the outside (Điều 5 khoản 3 điểm i): its mail is held, not lost; it and the Office are
 * told. Only the Office's head or a leader, never the login itself, lets it go on, by replying MỞ, or {@code ./vanthu limit
 * lift}; BỎ drops what is held.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.LimitSender"&gt;
 *   &lt;messages&gt;20, 120, 400&lt;/messages&gt;
 *   &lt;recipients&gt;60, 100, 300&lt;/recipients&gt;
 *   &lt;newRecipients&gt;40&lt;/newRecipients&gt;
 *   &lt;newRecipientsOfSpam&gt;10&lt;/newRecipientsOfSpam&gt;
 *   &lt;bounces&gt;15&lt;/bounces&gt;
 *   &lt;keepFor&gt;90d&lt;/keepFor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code messages}: the most mails in a minute, an hour, 24 hours, whoever they go to outside; a circular is one;
 *       default {@code 20, 120, 400};
 *   <li>{@code recipients}: the most recipients, each counted once; default {@code 60, 100, 300};
 *   <li>{@code newRecipients}: the most of these in 24 hours who got nothing from the office before; default 40;
 *   <li>{@code newRecipientsOfSpam}: the same, asked when a mail goes out that {@link ScoreSpam} calls spam; also the most
 *       recipients of all such mails in 24 hours, whom the address book lists and whom the office knows too; default 10;
 *   <li>{@code bounces}: the most recipients in 24 hours whose mail came back; default 15;
 *   <li>{@code keepFor}: how long the bytes are kept at least; default {@code 90d}.
 * </ul>
 *
 * Counted is mail of an authenticated login. Recipients whose address stands in the address book of {@code organization.xml}
 * are counted for spam only (another one in the same domain always); mail inside is neither counted nor held. Stands in
 * {@code root} after {@link RecordMail} and {@link ScoreSpam}: the counts come from the register, so they survive a restart and are shared by all gateways of one register. Released mail enters {@code root} again, for the rules
 * that follow. While the register is away the mail waits.
 */
public final class LimitSender extends GenericMailet {

    private final Recipients recipients;
    private final LimitGate gate;
    private final LiveOrganization organization;
    private LimitGate.Terms terms = new LimitGate.Terms(SendingLimits.USUAL, Duration.ofDays(90));

    @Inject
    public LimitSender(Recipients recipients, LimitGate gate, LiveOrganization organization) {
        this.recipients = recipients;
        this.gate = gate;
        this.organization = organization;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(
                getMailetConfig(),
                "messages",
                "recipients",
                "newRecipients",
                "newRecipientsOfSpam",
                "bounces",
                "keepFor");
        SendingLimits limits = new SendingLimits(
                rate(parameters, "messages", "20, 120, 400"),
                rate(parameters, "recipients", "60, 100, 300"),
                parameters.number("newRecipients", SendingLimits.USUAL.newRecipients(), 1, 1_000_000),
                parameters.number("newRecipientsOfSpam", SendingLimits.USUAL.newRecipientsOfSpam(), 1, 1_000_000),
                parameters.number("bounces", SendingLimits.USUAL.bounces(), 1, 1_000_000));
        terms = new LimitGate.Terms(limits, parameters.duration("keepFor", terms.keepFor()));
    }

    private static Rate rate(Parameters parameters, String name, String byDefault) throws MessagingException {
        String value = parameters.text(name, byDefault);
        try {
            int[] most = Arrays.stream(value.split(","))
                    .mapToInt(number -> Integer.parseInt(number.strip()))
                    .toArray();
            if (most.length == 3) {
                return new Rate(most[0], most[1], most[2]);
            }
        } catch (IllegalArgumentException e) {
            // told below, as for another number of numbers
        }
        throw parameters.wrong(name, value, "three growing numbers: in a minute, an hour, a day, such as " + byDefault);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> limit(mail));
    }

    private void limit(Mail mail) throws MessagingException, RegisterUnavailableException {
        Optional<SubmittedMail> from =
                SubmittedMail.of(mail).filter(facts -> !facts.login().isEmpty());
        if (from.isEmpty()) {
            return;
        }
        List<String> behind = recipients.behind(mail);
        Organization now = organization.get();
        if (behind.stream().allMatch(now::isInside)) {
            return;
        }
        if (!gate.passes(mail, from.get(), behind, terms)) {
            mail.setState(Mail.GHOST);
        }
    }
}
