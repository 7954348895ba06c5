package vn.vanthu.register.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.hibernate.HibernateException;
import org.hibernate.PessimisticLockException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.LockTimeoutException;
import org.hibernate.exception.SnapshotIsolationException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;

/** Runs a piece of work in one transaction, again when another writer was faster. */
final class Transactions {

    private static final int ATTEMPTS = 10;

    /** Longer than a busy series needs, short enough for a caller that asks whether the database is there. */
    private static final int TURN_SECONDS = 10;

    private final SessionFactory sessions;
    private final DiskSync disk;
    /**
     * Writers of one process take turns: they would wait for the same row of the series anyway, but each with a connection
     * in its hand, until none is left for the rest of the gateway.
     */
    private final ReentrantLock turn = new ReentrantLock(true);

    Transactions(SessionFactory sessions, DiskSync disk) {
        this.sessions = sessions;
        this.disk = disk;
    }

    @FunctionalInterface
    interface Work<T> {
        T in(StatelessSession session) throws BookException;
    }

    /** Durable when it returns; nothing is written when it throws. */
    <T> T run(Work<T> work) throws BookException, RegisterUnavailableException {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = inTurn(work);
                disk.sync();
                return result;
            } catch (HibernateException e) {
                if (attempt == ATTEMPTS || !mayWorkNow(e)) {
                    throw new RegisterUnavailableException("the register cannot be written: " + e.getMessage(), e);
                }
                pause(attempt);
            }
        }
    }

    private <T> T inTurn(Work<T> work) throws BookException, RegisterUnavailableException {
        try {
            if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new RegisterUnavailableException("the books are busy", new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegisterUnavailableException("stopped while waiting for the books", e);
        }
        try {
            return once(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T once(Work<T> work) throws BookException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            try {
                T result = work.in(session);
                transaction.commit();
                return result;
            } catch (BookException | RuntimeException | Error e) {
                rollback(transaction, e);
                throw e;
            }
        }
    }

    private static void rollback(Transaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (HibernateException e) {
            cause.addSuppressed(e);
        }
    }

    /** Two writers that open the same book, a deadlock, a lock that was not given in time. */
    private static boolean mayWorkNow(HibernateException e) {
        return e instanceof ConstraintViolationException
                || e instanceof LockAcquisitionException
                || e instanceof LockTimeoutException
                || e instanceof PessimisticLockException
                || e instanceof SnapshotIsolationException;
    }

    private static void pause(int attempt) throws RegisterUnavailableException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(10 * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegisterUnavailableException("interrupted while the register was written", e);
        }
    }
}
