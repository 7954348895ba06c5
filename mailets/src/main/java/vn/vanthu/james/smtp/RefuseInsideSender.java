package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import javax.mail.MessagingException;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.OwnSignature;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.SenderRule;

/** On port 25, which knows no login, nobody comes under an address of ours: {@link SenderRule}. */
public final class RefuseInsideSender implements MailHook, JamesMessageHook {

    private final LiveOrganization organization;
    private final ReadHeader readHeader;
    private final OwnSignature ownSignature;
    private final Clock clock;

    @Inject
    RefuseInsideSender(LiveOrganization organization, ReadHeader readHeader, OwnSignature ownSignature, Clock clock) {
        this.organization = organization;
        this.readHeader = readHeader;
        this.ownSignature = ownSignature;
        this.clock = clock;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return reply(rule().fromOutside(Addresses.of(sender)));
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return readHeader.then(mail, header -> reply(decide(header, mail)));
    }

    /** The signature is looked at only where all hangs on it. */
    private Decision decide(MessageView header, Mail mail) throws MessagingException {
        Decision unsigned = rule().fromOutside(header, false);
        return unsigned.verdict() == Decision.Verdict.REFUSE && ownSignature.isOn(mail)
                ? rule().fromOutside(header, true)
                : unsigned;
    }

    private SenderRule rule() {
        return new SenderRule(organization.get(), LocalDate.now(clock));
    }

    private static HookResult reply(Decision decision) {
        return Replies.of(decision, "Our own addresses send through port 587 with a login");
    }
}
