package vn.vanthu.james.login;

import com.google.common.collect.ImmutableList;
import org.apache.james.imap.decode.parser.AuthenticateCommandParser;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;

/**
 * The IMAP commands LOGIN and AUTHENTICATE with our check, for {@code imapserver.xml}.
 *
 * <pre><code>
 * &lt;imapPackages&gt;vn.vanthu.james.login.GatewayLogins&lt;/imapPackages&gt;
 * </code></pre>
 */
public final class GatewayLogins extends ImapPackage.Impl {

    public GatewayLogins() {
        super(
                ImmutableList.of(name(ImapAuthenticate.class), name(ImapLogin.class)),
                ImmutableList.of(name(AuthenticateCommandParser.class), name(LoginParser.class)),
                ImmutableList.of());
    }

    private static ClassName name(Class<?> type) {
        return new ClassName(type.getName());
    }
}
