package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import vn.vanthu.james.Addresses;
import vn.vanthu.message.ShownSenders;
import vn.vanthu.organization.LiveOrganization;

/**
 * The login decides the sender (Điều 5 khoản 3 điểm g): the envelope sender and each address of From, Sender and
 * Resent-From must be the login's own or one assigned to it in {@code organization.xml}. A header whose senders mail
 * programs may read differently is refused.
 */
public final class VerifyLogin implements MailHook, JamesMessageHook {

    private final LiveOrganization organization;
    private final ReadHeader readHeader;
    private final Clock clock;

    @Inject
    VerifyLogin(LiveOrganization organization, ReadHeader readHeader, Clock clock) {
        this.organization = organization;
        this.readHeader = readHeader;
        this.clock = clock;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return maySend(session, Addresses.of(sender)) ? HookResult.DECLINED : refusal();
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return readHeader.then(mail, header -> decide(session, ShownSenders.of(header)));
    }

    private HookResult decide(SMTPSession session, ShownSenders senders) {
        if (!senders.isCertain()) {
            return unclear();
        }
        return senders.addresses().stream().allMatch(sender -> maySend(session, sender))
                ? HookResult.DECLINED
                : refusal();
    }

    private boolean maySend(SMTPSession session, String sender) {
        if (session.getUsername() == null) {
            return false;
        }
        String login = session.getUsername().asString().toLowerCase(Locale.ROOT);
        return login.equals(sender) || organization.get().maySendAs(login, sender, LocalDate.now(clock));
    }

    private static HookResult refusal() {
        return Replies.refuse(
                "550",
                "5.7.1",
                "Dia chi nguoi gui phai la cua tai khoan dang nhap (Dieu 5 khoan 3 diem g)",
                "The sender address must belong to your login");
    }

    private static HookResult unclear() {
        return Replies.refuse(
                "550",
                "5.6.0",
                "Nguoi gui khong ro rang: chi mot dong From, voi dia chi viet don gian ten@mien",
                "The sender is not clear: write one From line, with plain addresses name@domain");
    }
}
