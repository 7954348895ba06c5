package vn.vanthu.server.james;

import java.util.concurrent.Semaphore;

/**
 * Turns for large mails. Each step that takes a mail apart needs several times its size in memory; so of the large ones no
 * more are under way at once than a part of the heap has room for. Small ones never wait here.
 */
public final class LargeMails {

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /** Taking a mail apart was seen to need up to 8 times its size; the rest of the heap is everything else's. */
    private static final int PART_OF_HEAP = 16;

    private static final int SMALL_BYTES = 512 * 1024;
    private static final int UNIT_BYTES = 1024;

    private final int units;
    private final Semaphore room;

    /** @param heapBytes the most that the Java heap may grow to */
    public LargeMails(long heapBytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, heapBytes / PART_OF_HEAP / UNIT_BYTES));
        this.room = new Semaphore(units, true);
    }

    /**
     * Does the work when there is room for a mail of this size; one larger than all the room waits until it is alone.
     *
     * @param bytes the size of the mail, or less than 0 when it is not known
     */
    public <E extends Exception> void inTurn(long bytes, Work<E> work) throws E {
        if (bytes <= SMALL_BYTES) {
            work.run();
            return;
        }
        int needed = (int) Math.min(units, bytes / UNIT_BYTES);
        room.acquireUninterruptibly(needed);
        try {
            work.run();
        } finally {
            room.release(needed);
        }
    }
}
