package vn.vanthu.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Base64 that goes on behind its padding: one reader stops there, another reads on. */
final class PaddingWatch extends FilterInputStream {

    private final Runnable found;
    private boolean padded;

    PaddingWatch(InputStream base64, Runnable found) {
        super(base64);
        this.found = found;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        see(next);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        for (int at = 0; at < count; at++) {
            see(into[from + at]);
        }
        return count;
    }

    private void see(int next) {
        if (next == '=') {
            padded = true;
        } else if (padded && (Character.isLetterOrDigit(next) || next == '+' || next == '/')) {
            padded = false;
            found.run();
        }
    }
}
