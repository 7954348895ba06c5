package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.NonDelivery;
import vn.vanthu.james.NonDelivery.Failure;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;

/**
 * Tells the sender that the mail does not reach these recipients, and records them as bounced.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ReturnToSender"&gt;
 *   &lt;reply&gt;5.1.1 no such mailbox here&lt;/reply&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code reply}: why, as a server would say it; begins with an RFC 3463 status.
 * </ul>
 *
 * Ends the mail. A mail with the null sender gets no answer.
 */
public final class ReturnToSender extends GenericMailet {

    private final Register register;
    private final NonDelivery nonDelivery;
    private final Clock clock;
    private String reply = "";

    @Inject
    public ReturnToSender(Register register, NonDelivery nonDelivery, Clock clock) {
        this.register = register;
        this.nonDelivery = nonDelivery;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "reply");
        reply = parameters.text("reply", "");
        if (!reply.matches("5\\.\\d+\\.\\d+ .+")) {
            throw parameters.wrong("reply", reply, "a status and a text such as '5.1.1 no such mailbox here'");
        }
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailId id = MailIds.of(mail);
        List<String> recipients =
                mail.getRecipients().stream().map(Addresses::of).toList();
        String status = reply.substring(0, reply.indexOf(' '));
        nonDelivery.tellSender(
                mail,
                recipients.stream()
                        .map(recipient -> new Failure(recipient, status, reply))
                        .toList());
        List<DeliveryEvent> events = recipients.stream()
                .map(recipient -> DeliveryEvent.settled(id, recipient, Outcome.BOUNCED, clock.instant(), "", reply))
                .toList();
        if (Waiting.orLater(mail, getMailetContext(), () -> register.outcomes(events))) {
            mail.setState(Mail.GHOST);
        }
    }
}
