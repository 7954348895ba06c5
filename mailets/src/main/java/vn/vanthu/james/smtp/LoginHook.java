package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.user.api.UsersRepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.login.Logins;

/** SMTP AUTH by {@link Logins}, over TLS only; no delegation, no tokens. */
public final class LoginHook implements AuthHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(LoginHook.class);

    private final Logins logins;

    @Inject
    public LoginHook(Logins logins) {
        this.logins = logins;
    }

    @Override
    public HookResult doAuth(SMTPSession session, Username name, String password) {
        if (!session.isTLSStarted()) {
            return Replies.refuse(
                    "538", "5.7.11", "Hay bat ma hoa TLS truoc khi dang nhap", "Start TLS before you log in");
        }
        String address = session.getRemoteAddress().getAddress().getHostAddress();
        Optional<Logins.Granted> granted;
        try {
            granted = logins.logIn(name.asString(), password, address);
        } catch (UsersRepositoryException e) {
            LOGGER.error("the password of {} cannot be checked now", name.asString(), e);
            return Replies.later(
                    "454",
                    "4.7.0",
                    "Chua kiem tra duoc mat khau, hay thu lai sau it phut",
                    "The password cannot be checked now, try again in some minutes");
        }
        if (granted.isEmpty()) {
            return Replies.refuse("535", "5.7.8", "Sai ten dang nhap hoac mat khau", "Authentication failed");
        }
        session.setUsername(granted.get().person());
        session.setRelayingAllowed(true);
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.ok())
                .smtpDescription("2.7.0 Dang nhap thanh cong / Authentication successful")
                .build();
    }

    @Override
    public HookResult doSasl(SMTPSession session, OidcSASLConfiguration configuration, String initialResponse) {
        return HookResult.DECLINED;
    }
}
