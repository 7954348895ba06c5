package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import javax.mail.MessagingException;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Decision;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.HeaderInUnicode;
import vn.vanthu.james.login.LockedAccounts;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.SenderRule;

/** On the submission ports the login decides the sender: {@link SenderRule} for the envelope and for what is shown. */
public final class VerifyLogin implements MailHook, JamesMessageHook {

    private final LiveOrganization organization;
    private final ReadHeader readHeader;
    private final HeaderInUnicode unicode;
    private final LockedAccounts locked;
    private final Clock clock;

    @Inject
    VerifyLogin(
            LiveOrganization organization,
            ReadHeader readHeader,
            HeaderInUnicode unicode,
            LockedAccounts locked,
            Clock clock) {
        this.organization = organization;
        this.readHeader = readHeader;
        this.unicode = unicode;
        this.locked = locked;
        this.clock = clock;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        if (locked.contains(loginOf(session))) {
            return Replies.refuse("530", "5.7.0", "Tai khoan da bi khoa", "This account is locked");
        }
        return reply(rule().fromLogin(loginOf(session), Addresses.of(sender)));
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return readHeader.then(mail, header -> reply(decide(loginOf(session), header, mail)));
    }

    /** Names in a legacy encoding are read too: mail programs guess. */
    private Decision decide(String login, MessageView header, Mail mail) throws MessagingException {
        Decision decision = rule().fromLogin(login, header);
        return decision.verdict() == Decision.Verdict.REFUSE
                ? decision
                : rule().fromLogin(login, unicode.of(mail, header));
    }

    private SenderRule rule() {
        return new SenderRule(organization.get(), LocalDate.now(clock));
    }

    private static String loginOf(SMTPSession session) {
        Username login = session.getUsername();
        return login == null ? "" : login.asString();
    }

    private static HookResult reply(Decision decision) {
        return Replies.of(decision, "The sender must be your own, as your login says");
    }
}
