package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;

/**
 * Records one outcome for every recipient of the mail, where a processor ends otherwise than by delivery.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.RecordOutcome"&gt;
 *   &lt;outcome&gt;bounced&lt;/outcome&gt;
 *   &lt;reply&gt;no such mailbox here&lt;/reply&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code outcome}: {@code pending}, {@code delivered}, {@code relayed}, {@code bounced}, {@code refused},
 *       {@code held} or {@code quarantined};
 *   <li>{@code reply}: what stands in {@code tra_loi}; optional.
 * </ul>
 *
 * While the register is away the mail waits in its processor. Delivery itself is recorded by {@link DeliverLocally} and
 * {@link RelayOutside}.
 */
public final class RecordOutcome extends GenericMailet {

    private static final String ALLOWED =
            Arrays.stream(Outcome.values()).map(Outcome::code).collect(Collectors.joining(", "));

    private final Register register;
    private final Clock clock;
    private Outcome outcome = Outcome.PENDING;
    private String reply = "";

    @Inject
    public RecordOutcome(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "outcome", "reply");
        String wanted = parameters.text("outcome", "");
        outcome = Arrays.stream(Outcome.values())
                .filter(known -> known.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> parameters.wrong("outcome", wanted, ALLOWED));
        reply = parameters.text("reply", "");
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailId id = MailIds.of(mail);
        List<DeliveryEvent> events = mail.getRecipients().stream()
                .map(Addresses::of)
                .map(recipient -> new DeliveryEvent(id, recipient, outcome.code(), outcome, clock.instant(), "", reply))
                .toList();
        Waiting.orLater(mail, getMailetContext(), () -> register.outcomes(events));
    }
}
