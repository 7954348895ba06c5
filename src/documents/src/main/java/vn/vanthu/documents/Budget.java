package vn.vanthu.documents;

import java.util.function.LongSupplier;

/** What is left of the {@link Limits} of one mail. Not for several threads. */
public final class Budget {

    private final LongSupplier nanoTime;
    private final Limits limits;
    private final long end;
    private final boolean outside;
    private long bytes;
    private int files;

    private Budget(Limits limits, long bytes, int files, long nanos, boolean outside, LongSupplier nanoTime) {
        this.limits = limits;
        this.bytes = bytes;
        this.files = files;
        this.outside = outside;
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + nanos;
    }

    /** The whole of it. */
    public static Budget of(Limits limits) {
        return whole(limits, false);
    }

    /** The whole of it, for a mail from outside. */
    static Budget ofOutside(Limits limits) {
        return whole(limits, true);
    }

    private static Budget whole(Limits limits, boolean outside) {
        return new Budget(limits, limits.bytes(), limits.files(), limits.time().toNanos(), outside, System::nanoTime);
    }

    /** What another process was left with. */
    public static Budget left(Limits limits, long bytes, int files, long millis) {
        return new Budget(limits, bytes, files, millis * 1_000_000, false, System::nanoTime);
    }

    public Limits limits() {
        return limits;
    }

    boolean isOfOutside() {
        return outside;
    }

    public long bytesLeft() {
        return bytes;
    }

    public int filesLeft() {
        return files;
    }

    public long millisLeft() {
        return Math.max(0, (end - nanoTime.getAsLong()) / 1_000_000);
    }

    public boolean isTimeOver() {
        return millisLeft() == 0;
    }

    /** Takes a file; false when there were too many. */
    boolean takeFile() {
        files--;
        return files >= 0;
    }

    /** The most that the next file may hold. */
    long nextFileBytes() {
        return Math.max(0, Math.min(bytes, limits.fileBytes()));
    }

    void takeBytes(long count) {
        bytes -= count;
    }

    /** What another process used up. */
    public void leave(long bytesLeft, int filesLeft) {
        bytes = Math.min(bytes, bytesLeft);
        files = Math.min(files, filesLeft);
    }
}
