package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.approval.Releases;
import vn.vanthu.approval.SpeaksForAgency.Mailboxes;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.approval.Cleared;
import vn.vanthu.james.approval.GateParameters;
import vn.vanthu.james.approval.Outgoing;
import vn.vanthu.james.approval.OutgoingMails;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The last gate: whatever door a mail came through, one that speaks for the agency does not leave without a release in the
 * register for each recipient and for exactly these bytes. Such a mail goes back to the beginning, where it is held.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.RequireRelease"&gt;
 *   &lt;mailboxes&gt;official&lt;/mailboxes&gt;
 *   &lt;processor&gt;root&lt;/processor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code mailboxes}: as for {@link HoldForApproval};
 *   <li>{@code processor}: where a mail without a release goes; default {@code root}.
 * </ul>
 *
 * Stands right before {@link DeliverLocally} and {@link RelayOutside}. While the register is away the mail waits.
 */
public final class RequireRelease extends GenericMailet {

    private static final Logger LOGGER = LoggerFactory.getLogger(RequireRelease.class);

    private static final AttributeName SENT_BACK = AttributeName.of("vanthu.sent-back");

    private final OutgoingMails mails;
    private final Releases releases;
    private final ReleasedMail released;
    private final Register register;
    private Mailboxes mode = Mailboxes.OFFICIAL;
    private String processor = Mail.DEFAULT;

    @Inject
    public RequireRelease(OutgoingMails mails, Releases releases, ReleasedMail released, Register register) {
        this.mails = mails;
        this.releases = releases;
        this.released = released;
        this.register = register;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "mailboxes", "processor");
        mode = GateParameters.mailboxes(parameters);
        processor = parameters.text("processor", Mail.DEFAULT);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        if (released.isSecond(mail)) {
            mail.setState(Mail.GHOST);
        } else if (!Cleared.is(mail)) {
            Waiting.orLater(mail, getMailetContext(), () -> look(mail));
        }
    }

    private void look(Mail mail) throws MessagingException, RegisterUnavailableException {
        // Whatever stands before this in the pipeline, it judges what leaves.
        MailDocuments.forget(mail);
        Optional<Outgoing> outgoing = mails.read(mail, mode).filter(Outgoing::isOfficial);
        if (outgoing.isPresent() && !isReleased(mail, outgoing.get()) && !isRest(mail, outgoing.get())) {
            // Whoever comes back a second time was not held there: the policy lacks HoldForApproval.
            boolean again = mail.setAttribute(new Attribute(SENT_BACK, AttributeValue.of(true)))
                    .isPresent();
            String next = again ? Mail.ERROR : processor;
            LOGGER.warn("mail {} speaks for the agency and has no release: it goes to {}", mail.getName(), next);
            mail.setState(next);
        }
    }

    /** Either for the envelope as it was frozen, whatever alias came since, or for whom stands behind it now. */
    private boolean isReleased(Mail mail, Outgoing outgoing) throws MessagingException, RegisterUnavailableException {
        Optional<MailId> id = MailIds.find(mail);
        String sha256 = outgoing.bytes().sha256();
        return id.isPresent()
                && (releases.isReleased(id.get(), envelope(mail), sha256)
                        || releases.isReleased(id.get(), outgoing.recipients(), sha256));
    }

    private static List<String> envelope(Mail mail) {
        return mail.getRecipients().stream().map(Addresses::of).toList();
    }

    /** After a crash in between the queue gives a released mail to everybody again: those who have it are taken off. */
    private boolean isRest(Mail mail, Outgoing outgoing) throws MessagingException, RegisterUnavailableException {
        MailId id = MailIds.of(mail);
        Set<String> settled = register.settled(id, envelope(mail));
        List<MailAddress> left = mail.getRecipients().stream()
                .filter(recipient -> !settled.contains(Addresses.of(recipient)))
                .toList();
        if (left.isEmpty()) {
            mail.setState(Mail.GHOST);
            return true;
        }
        List<String> addresses = left.stream().map(Addresses::of).toList();
        if (settled.isEmpty()
                || !releases.isReleased(id, addresses, outgoing.bytes().sha256())) {
            return false;
        }
        mail.setRecipients(left);
        return true;
    }
}
