package vn.vanthu.benchmark.mail;

import java.io.IOException;

/** Where the mails of one run arrive. */
interface Destination extends AutoCloseable {

    /** The envelope recipient of the mail with this number, counted from 0. */
    String recipient(int number);

    /**
     * Waits until every mail has arrived.
     *
     * @return when each one did ({@link System#nanoTime}), by number
     * @throws IOException when no mail arrived for a minute although some are missing
     */
    long[] arrivals() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
