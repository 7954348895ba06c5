package vn.vanthu.james.smtp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import vn.vanthu.message.Fingerprint;

/**
 * Takes the fingerprint of a message line by line as DATA brings it, dots unstuffed, before anything of ours is put in
 * front. Later is too late: James parses and writes a message again on its way into a queue, which gives one without an
 * empty line after its header such a line, and turns a bare CR in a header into a line end.
 */
public final class FingerprintData implements DataLineFilter {

    private static final AttachmentKey<Running> KEY = AttachmentKey.of("vanthu.fingerprint", Running.class);

    /** One message's fingerprint so far. */
    private static final class Running {
        private final MessageDigest digest = newSha256();
        private long size;

        private void add(byte[] line) {
            int start = line.length > 1 && line[0] == '.' && line[1] == '.' ? 1 : 0;
            digest.update(line, start, line.length - start);
            size += line.length - start;
        }
    }

    @Override
    public Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        Running running = session.getAttachment(KEY, State.Transaction).orElseGet(() -> begin(session));
        if (!isEnd(line)) {
            running.add(line);
        }
        return next.onLine(session, line);
    }

    private static Running begin(SMTPSession session) {
        Running running = new Running();
        session.setAttachment(KEY, running, State.Transaction);
        return running;
    }

    /** A dot alone; James allows three bytes only, so that no other line end can pass for it. */
    private static boolean isEnd(byte[] line) {
        return line.length == 3 && line[0] == '.';
    }

    /** The fingerprint of the message that has just ended; asked once. */
    static Fingerprint of(SMTPSession session) {
        Running running = session.getAttachment(KEY, State.Transaction)
                .orElseThrow(() -> new IllegalStateException("a message without DATA"));
        return new Fingerprint(HexFormat.of().formatHex(running.digest.digest()), running.size);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
