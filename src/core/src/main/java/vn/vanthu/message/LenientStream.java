package vn.vanthu.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeIOException;

/** A decoded content that ends where it is broken, instead of failing. */
final class LenientStream extends FilterInputStream {

    private final Runnable broken;

    LenientStream(InputStream in, Runnable broken) {
        super(in);
        this.broken = broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (MimeIOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            broken.run();
            return -1;
        }
    }

    /** The content is part of the message's stream, which goes on. */
    @Override
    public void close() {}
}
