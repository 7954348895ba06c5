package vn.vanthu.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the fingerprint of what is read through it, without some bytes at the beginning. */
final class FingerprintStream extends FilterInputStream {

    private final MessageDigest digest;
    private long toSkip;
    private long size;

    FingerprintStream(InputStream in, long skipped) {
        super(in);
        this.toSkip = skipped;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            int skipped = (int) Math.min(toSkip, read);
            toSkip -= skipped;
            digest.update(buffer, offset + skipped, read - skipped);
            size += read - skipped;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads the rest, and tells what all of it was. */
    Fingerprint finish() throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (read(buffer, 0, buffer.length) >= 0) {
            continue;
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }
}
