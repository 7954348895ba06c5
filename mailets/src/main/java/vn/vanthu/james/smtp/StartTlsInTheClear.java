package vn.vanthu.james.smtp;

import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.esmtp.StartTlsCmdHandler;

/**
 * STARTTLS before DATA only. After DATA, even one that was refused, James no longer looks whether commands came in the clear
 * behind STARTTLS, and would carry them out as if they had been encrypted (RFC 3207, 6).
 */
public final class StartTlsInTheClear extends StartTlsCmdHandler {

    private static final Response TOO_LATE =
            new SMTPResponse("503", "5.5.1 STARTTLS phai truoc DATA / STARTTLS must come before DATA").immutable();

    @Override
    public Response onCommand(SMTPSession session, Request request) {
        return session.isTLSStarted() || session.needsCommandInjectionDetection()
                ? super.onCommand(session, request)
                : TOO_LATE;
    }
}
