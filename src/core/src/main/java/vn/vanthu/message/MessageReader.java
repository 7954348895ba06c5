package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;

/** Reads messages. Streams are the caller's to close. */
public final class MessageReader {

    private final int maxHeaderBytes;

    /** @param maxHeaderBytes at most so many bytes of a header are kept ({@code vanthu.message.maxheaderbytes}) */
    public MessageReader(int maxHeaderBytes) {
        if (maxHeaderBytes < 1) {
            throw new IllegalArgumentException("at least one byte of the header");
        }
        this.maxHeaderBytes = maxHeaderBytes;
    }

    /** A message's header and its fingerprint. */
    public record Message(MessageView view, Fingerprint fingerprint) {}

    /** Reads the header only; of what follows, at most one block is taken from the stream. */
    public MessageView header(InputStream in) throws IOException {
        return new HeaderReader(maxHeaderBytes).read(in);
    }

    /**
     * Reads the whole message in one pass.
     *
     * @param traceBytes how many bytes at the beginning are this gateway's own trace lines: they stand in the view, and not
     *     in the fingerprint
     */
    public Message whole(InputStream in, long traceBytes) throws IOException {
        FingerprintStream stream = new FingerprintStream(in, traceBytes);
        MessageView view = header(stream);
        return new Message(view, stream.finish());
    }

    /** The fingerprint alone. */
    public static Fingerprint fingerprint(InputStream in, long traceBytes) throws IOException {
        return new FingerprintStream(in, traceBytes).finish();
    }
}
