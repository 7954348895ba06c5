package vn.vanthu.james.smtp;

import org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler;

/**
 * Ports 587 and 465: our own people's mail clients. TLS, then a login, and the login decides the sender.
 *
 * <pre><code>
 * &lt;handlerchain coreHandlersPackage="vn.vanthu.james.smtp.SubmissionHandlers"/&gt;
 * </code></pre>
 */
public final class SubmissionHandlers extends GatewayHandlers {

    public SubmissionHandlers() {
        super(AuthCmdHandler.class, LoginHook.class, RequireLogin.class, VerifyLogin.class);
    }
}
