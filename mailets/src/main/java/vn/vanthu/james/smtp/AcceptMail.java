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
import vn.vanthu.james.DiskReserve;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The last word before 250: takes a mail only while the register can be written (451 otherwise) and the disk has room
 * (452), and notes on it what the SMTP dialogue knew.
 */
public final class AcceptMail implements MailHook, JamesMessageHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(AcceptMail.class);

    private static final HookResult REGISTER_AWAY = Replies.later(
            "451",
            "4.3.0",
            "So dang ky tam thoi khong ghi duoc, xin gui lai sau",
            "The register cannot be written now; try again later");
    private static final HookResult DISK_FULL = Replies.later(
            "452",
            "4.3.1",
            "May chu thu sap het cho luu tru, xin gui lai sau",
            "Insufficient system storage; try again later");

    private final Register register;
    private final DiskReserve disk;
    private final Clock clock;

    @Inject
    public AcceptMail(Register register, DiskReserve disk, Clock clock) {
        this.register = register;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return canTakeMail();
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        HookResult now = canTakeMail();
        if (now != HookResult.DECLINED) {
            return now;
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

    private HookResult canTakeMail() {
        if (!disk.isThere()) {
            LOGGER.warn("new mail gets 452: less than the reserve of the disk is left");
            return DISK_FULL;
        }
        try {
            register.checkWritable();
            return HookResult.DECLINED;
        } catch (RegisterUnavailableException e) {
            LOGGER.warn("new mail gets 451: {}", e.getMessage());
            return REGISTER_AWAY;
        }
    }
}
