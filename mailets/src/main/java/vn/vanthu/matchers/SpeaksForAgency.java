package vn.vanthu.matchers;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import vn.vanthu.approval.SpeaksForAgency.Mailboxes;
import vn.vanthu.james.approval.GateParameters;
import vn.vanthu.james.approval.Outgoing;
import vn.vanthu.james.approval.OutgoingMails;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Matches a mail to the outside that speaks for the agency or a unit (Điều 7 khoản 1, Điều 8 khoản 2), by the rule that
 * {@link vn.vanthu.mailets.HoldForApproval} holds by: all recipients or none. The condition says which mail from the
 * agency's and the units' mailboxes counts: {@code all}, {@code official} (the default) or {@code none}.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.SpeaksForAgency=official" class="SetMimeHeader"&gt;
 *   &lt;name&gt;X-Nhan-Danh&lt;/name&gt;
 *   &lt;value&gt;co quan&lt;/value&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * It must stand after {@link vn.vanthu.mailets.RecordMail}. It only tells: what needs an approval is held by {@code
 * HoldForApproval} and {@link vn.vanthu.mailets.RequireRelease}, whatever the policy does here.
 */
public final class SpeaksForAgency extends GenericMatcher {

    private final OutgoingMails mails;
    private Mailboxes mailboxes = Mailboxes.OFFICIAL;

    @Inject
    public SpeaksForAgency(OutgoingMails mails) {
        this.mails = mails;
    }

    @Override
    public void init() throws MessagingException {
        String condition = Optional.ofNullable(getCondition()).orElse("").strip();
        mailboxes = GateParameters.mailboxes(condition.isEmpty() ? "official" : condition)
                .orElseThrow(() -> new MessagingException("matcher SpeaksForAgency: found '" + condition
                        + "'; allowed: all, official, none, such as SpeaksForAgency=official"));
    }

    @Override
    public Collection<MailAddress> match(Mail mail) throws MessagingException {
        try {
            boolean official =
                    mails.read(mail, mailboxes).filter(Outgoing::isOfficial).isPresent();
            return official ? mail.getRecipients() : List.of();
        } catch (RegisterUnavailableException e) {
            throw new MessagingException("matcher SpeaksForAgency: the register does not answer", e);
        }
    }
}
