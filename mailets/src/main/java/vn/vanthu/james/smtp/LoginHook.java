package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import vn.vanthu.james.login.Logins;

/** SMTP AUTH by {@link Logins}, over TLS only; no delegation, no tokens. */
public final class LoginHook implements AuthHook {

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
        Optional<Logins.Granted> granted = logins.logIn(name.asString(), password, address);
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
