package vn.vanthu.james.smtp;

/**
 * Port 25: mail from other servers, for our domains only. No AUTH at all, so no relay by any means.
 *
 * <pre><code>
 * &lt;handlerchain coreHandlersPackage="vn.vanthu.james.smtp.IncomingHandlers"/&gt;
 * </code></pre>
 */
public final class IncomingHandlers extends GatewayHandlers {

    public IncomingHandlers() {
        super(RefuseInsideSender.class);
    }
}
