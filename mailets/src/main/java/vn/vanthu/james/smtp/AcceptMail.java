package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The last word before 250: takes a mail only while the register can be written (451 otherwise), and notes on it what the
 * SMTP dialogue knew.
 */
public final class AcceptMail implements MailHook, JamesMessageHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(AcceptMail.class);

    private final Register register;
    private final Clock clock;

    @Inject
    public AcceptMail(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return registerIsThere() ? HookResult.DECLINED : tryLater();
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        if (!registerIsThere()) {
            return tryLater();
        }
        Username login = session.getUsername();
        new SubmittedMail(
                        login == null ? "" : login.asString().toLowerCase(Locale.ROOT),
                        session.getRemoteAddress().getAddress().getHostAddress(),
                        FingerprintData.of(session),
                        clock.instant())
                .attachTo(mail);
        return HookResult.DECLINED;
    }

    private boolean registerIsThere() {
        try {
            register.checkWritable();
            return true;
        } catch (RegisterUnavailableException e) {
            LOGGER.warn("new mail gets 451: {}", e.getMessage());
            return false;
        }
    }

    private static HookResult tryLater() {
        return Replies.later(
                "451",
                "4.3.0",
                "So dang ky tam thoi khong ghi duoc, xin gui lai sau",
                "The register cannot be written now; try again later");
    }
}
