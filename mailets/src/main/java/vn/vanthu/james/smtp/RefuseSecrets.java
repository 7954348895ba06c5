package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.decision.Decision;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.LargeMails;
import vn.vanthu.james.SecrecyCheck;
import vn.vanthu.james.SecretRefusals;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * At the end of DATA, before anything is spooled: a mail with a secrecy mark is refused for good, 550 5.7.1. Nothing of it is
 * stored; its row has no subject, Message-ID, hash or file name. A mail that cannot be read just now gets 451.
 */
public final class RefuseSecrets implements JamesMessageHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefuseSecrets.class);

    private final SecrecyCheck check;
    private final SecrecyCheck checkOfOutside;
    private final SecretRefusals refusals;
    private final LargeMails largeMails;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    RefuseSecrets(
            SecrecyCheck check,
            SecretRefusals refusals,
            LargeMails largeMails,
            LiveOrganization organization,
            Clock clock) {
        this.check = check;
        this.checkOfOutside = check.forOutside();
        this.refusals = refusals;
        this.largeMails = largeMails;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        try {
            boolean outside = session.getUsername() == null;
            SecrecyCheck ofSender = outside ? checkOfOutside : check;
            LargeMails.Client client = outside ? LargeMails.Client.OUTSIDE : LargeMails.Client.OWN;
            Optional<Decision> refusal =
                    largeMails.whileClientWaits(client, mail.getMessageSize(), () -> ofSender.decide(mail));
            if (refusal.isEmpty()) {
                return HookResult.DECLINED;
            }
            refusals.record(row(session, mail), refusal.get());
            return Replies.of(
                    refusal.get(),
                    "Classified documents are not accepted by e-mail and nothing was stored; send on paper or by"
                            + " cipher");
        } catch (MessagingException | RegisterUnavailableException e) {
            LOGGER.warn("a mail gets 451 because its parts cannot be read now: {}", e.getMessage());
            return Replies.later(
                    "451", "4.3.0", "Tam thoi chua doc duoc thu, xin gui lai sau", "The mail cannot be checked now");
        }
    }

    private MailRecord row(SMTPSession session, Mail mail) {
        Username name = session.getUsername();
        String login = name == null ? "" : name.asString().toLowerCase(Locale.ROOT);
        List<String> recipients =
                mail.getRecipients().stream().map(Addresses::of).distinct().toList();
        boolean inside = recipients.stream().allMatch(organization.get()::isInside);
        Direction outward = inside ? Direction.INTERNAL : Direction.OUTGOING;
        Instant now = clock.instant();
        return new MailRecord(
                MailId.ofMailName(mail.getName()),
                now,
                login.isEmpty() ? Direction.INCOMING : outward,
                login,
                session.getRemoteAddress().getAddress().getHostAddress(),
                Addresses.of(mail.getMaybeSender()),
                recipients,
                "",
                "",
                "",
                0,
                "");
    }
}
