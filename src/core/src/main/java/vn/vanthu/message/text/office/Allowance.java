package vn.vanthu.message.text.office;

/**
 * How much may be unpacked, for one message: many small bombs are stopped as one large one is. Not for several threads.
 */
public final class Allowance {

    private static final long UNPACKED = 256L << 20;
    private static final long TEXT = 64L << 20;
    /** Office files that people write are packed some 5 to 30 times. */
    private static final long RATIO = 200;

    private static final long UNSUSPECTED = 8L << 20;

    private long unpacked = UNPACKED;
    private long text = TEXT;

    private Allowance() {}

    public static Allowance forMessage() {
        return new Allowance();
    }

    /** The most that a file of this size may grow to. */
    long limitFor(int packedSize) {
        return Math.min(unpacked, Math.max(UNSUSPECTED, RATIO * packedSize));
    }

    long textLeft() {
        return text;
    }

    void take(long bytes, long ofTheseText) {
        unpacked -= bytes;
        text -= ofTheseText;
    }
}
