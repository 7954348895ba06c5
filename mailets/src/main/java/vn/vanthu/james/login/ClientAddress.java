package vn.vanthu.james.login;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.ImapChannelUpstreamHandler;
import org.apache.james.util.MDCBuilder;
import org.slf4j.MDC;

/**
 * The IP address of the IMAP client whose login is being checked on this thread. James gives it to the log context only,
 * and to no method that sees the password.
 */
public final class ClientAddress {

    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

    private ClientAddress() {}

    static String current() {
        return CURRENT.get();
    }

    /** Runs a login with the session's address at hand. */
    static void during(ImapSession session, Runnable login) {
        CURRENT.set(of(session));
        try {
            login.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Of a session; empty when it is not known. */
    public static String of(ImapSession session) {
        Object bound = session.getAttribute(ImapChannelUpstreamHandler.MDC_KEY);
        if (!(bound instanceof MDCBuilder context)) {
            return "";
        }
        try (Closeable open = context.build()) {
            String address = MDC.get(MDCBuilder.IP);
            return address == null ? "" : address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
