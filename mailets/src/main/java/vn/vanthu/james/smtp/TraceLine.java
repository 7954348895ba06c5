package vn.vanthu.james.smtp;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.ReceivedDataLineFilter;

/**
 * James's Received line, also in front of a message that has no header at all: without it, James's parser would skip the
 * empty line and take the text for a header.
 */
public final class TraceLine extends ReceivedDataLineFilter {

    @Override
    protected Response onSeparatorLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        return onHeadersLine(session, line, next);
    }
}
