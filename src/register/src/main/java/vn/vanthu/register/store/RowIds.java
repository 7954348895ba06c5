package vn.vanthu.register.store;

import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * Technical ids of log rows, unique over all tables and processes.
 *
 * <p>Ids are taken a thousand at a time, and what is left after {@link #BLOCK_LIFE} is thrown away: so a row with an id
 * below one that was handed out some minutes ago is committed, or never will be, and the sealer need not look there again.
 */
final class RowIds {

    static final long BLOCK_LIFE = TimeUnit.SECONDS.toNanos(60);
    private static final int BLOCK = 1000;

    private final SessionFactory sessions;
    private long next;
    private long end;
    private long taken;

    RowIds(SessionFactory sessions) {
        this.sessions = sessions;
    }

    synchronized long next() {
        if (next == end || System.nanoTime() - taken > BLOCK_LIFE) {
            next = block();
            end = next + BLOCK;
            taken = System.nanoTime();
        }
        return next++;
    }

    /** An id that is higher than every id handed out before the call. */
    long block() {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.fromTransaction(
                    transaction -> session.createNativeQuery("SELECT NEXT VALUE FOR row_id", Long.class)
                            .getSingleResult());
        }
    }
}
