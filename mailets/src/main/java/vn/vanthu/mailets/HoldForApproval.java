package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.approval.SpeaksForAgency.Mailboxes;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.approval.ApprovalGate;
import vn.vanthu.james.approval.ApprovalGate.Terms;
import vn.vanthu.james.approval.Cleared;
import vn.vanthu.james.approval.GateParameters;
import vn.vanthu.james.approval.Outgoing;
import vn.vanthu.james.approval.OutgoingMails;

/**
 * Holds mail that speaks for the agency or a unit until its leader has decided: bytes and envelope are frozen, the sender is
 * told, the approver is asked. Nobody gets anything of it before.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.HoldForApproval"&gt;
 *   &lt;mailboxes&gt;official&lt;/mailboxes&gt;
 *   &lt;deadlines&gt;4h, 1d, 7d&lt;/deadlines&gt;
 *   &lt;urgentDeadlines&gt;15m, 1h, 1d&lt;/urgentDeadlines&gt;
 *   &lt;keepFor&gt;90d&lt;/keepFor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code mailboxes}: which mail from the agency's and the units' mailboxes is held: {@code all}, {@code official}
 *       (what says or carries something official; the default), {@code none} (only what would be held from anybody);
 *   <li>{@code deadlines}: the approver is reminded after, the next one is asked too after, the mail is given back after;
 *       default {@code 4h, 1d, 7d};
 *   <li>{@code urgentDeadlines}: the same for HỎA TỐC; default {@code 15m, 1h, 1d};
 *   <li>{@code keepFor}: how long the bytes are kept at least; default {@code 90d}.
 * </ul>
 *
 * Stands last in {@code root}, with {@code match="All"}: after it nothing alters the message. What passes: other mail; a
 * leader's own mail from his own login, unless {@code organization.xml} says {@code leaders-own-mail="held"}; a document
 * that was approved before, for places named in it; the gateway's own notices, which have their release in the register.
 * While the register or the store is away the mail waits.
 */
public final class HoldForApproval extends GenericMailet {

    private final OutgoingMails mails;
    private final ApprovalGate gate;
    private Mailboxes mode = Mailboxes.OFFICIAL;
    private Terms terms = Terms.USUAL;

    @Inject
    public HoldForApproval(OutgoingMails mails, ApprovalGate gate) {
        this.mails = mails;
        this.gate = gate;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                new Parameters(getMailetConfig(), "mailboxes", "deadlines", "urgentDeadlines", "keepFor");
        mode = GateParameters.mailboxes(parameters);
        terms = new Terms(
                GateParameters.deadlines(parameters, "deadlines", "4h, 1d, 7d"),
                GateParameters.deadlines(parameters, "urgentDeadlines", "15m, 1h, 1d"),
                parameters.duration("keepFor", Terms.USUAL.keepFor()));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        // Blind recipients stand in the envelope; the header must not tell them, and must not change later.
        mail.getMessage().removeHeader("Bcc");
        Waiting.orLater(mail, getMailetContext(), () -> {
            Optional<Outgoing> outgoing = mails.read(mail, mode).filter(Outgoing::isOfficial);
            if (outgoing.isEmpty() || gate.mayPass(mail, outgoing.get())) {
                Cleared.mark(mail, outgoing.isPresent());
            } else {
                gate.hold(mail, outgoing.get(), terms);
                mail.setState(Mail.GHOST);
            }
        });
    }
}
