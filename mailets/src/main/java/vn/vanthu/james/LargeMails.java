package vn.vanthu.james;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;

/**
 * Turns for large mails. Each step that takes a mail apart needs several times its size in memory; so of the large ones no
 * more are under way at once than a part of the heap has room for. Small ones never wait here.
 */
public final class LargeMails {

    /** What is done in a turn. It takes no second turn: it would wait for itself. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Who waits for an answer; strangers cannot take all the places where our own people wait. */
    public enum Client {
        OWN,
        OUTSIDE
    }

    /** Taking a mail apart was seen to need up to 8 times its size; the rest of the heap is everything else's. */
    private static final int PART_OF_HEAP = 16;

    private static final int SMALL_BYTES = 512 * 1024;
    private static final int UNIT_BYTES = 1024;
    /** Longer than reading one mail may take; clients wait ten minutes at the end of DATA (RFC 5321, 4.5.3.2.6). */
    private static final int PATIENCE_SECONDS = 180;
    /** Each who waits keeps a thread of its port; {@code ioWorkerCount} in smtpserver.xml is higher. */
    static final int WAITING_PLACES = 24;

    private final int units;
    private final Semaphore room;
    private final Map<Client, Semaphore> places = new EnumMap<>(Client.class);

    /** @param heapBytes the most that the Java heap may grow to */
    public LargeMails(long heapBytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, heapBytes / PART_OF_HEAP / UNIT_BYTES));
        this.room = new Semaphore(units, true);
        for (Client client : Client.values()) {
            places.put(client, new Semaphore(WAITING_PLACES));
        }
    }

    /**
     * Does the work when there is room for a mail of this size; one larger than all the room waits until it is alone.
     *
     * @param bytes the size of the mail, or less than 0 when it is not known
     */
    public <T, E extends Exception> T inTurn(long bytes, Work<T, E> work) throws E {
        int needed = needed(bytes);
        if (needed == 0) {
            return work.run();
        }
        room.acquireUninterruptibly(needed);
        try {
            return work.run();
        } finally {
            room.release(needed);
        }
    }

    /**
     * The same while a client waits for the answer.
     *
     * @throws MessagingException when too many wait already, or there was no room in time; nothing was done
     */
    public <T> T whileClientWaits(Client client, long bytes, Work<T, MessagingException> work)
            throws MessagingException {
        int needed = needed(bytes);
        if (needed == 0) {
            return work.run();
        }
        await(Objects.requireNonNull(places.get(client)), needed);
        try {
            return work.run();
        } finally {
            room.release(needed);
        }
    }

    private void await(Semaphore place, int needed) throws MessagingException {
        if (!place.tryAcquire()) {
            throw new MessagingException("too many large mails wait to be read");
        }
        try {
            if (!room.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new MessagingException("other large mails take too long to be read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("stopped while it waited for other large mails", e);
        } finally {
            place.release();
        }
    }

    /** How many mails wait for room. */
    int waiting() {
        return room.getQueueLength();
    }

    private int needed(long bytes) {
        return bytes <= SMALL_BYTES ? 0 : (int) Math.min(units, bytes / UNIT_BYTES);
    }
}
