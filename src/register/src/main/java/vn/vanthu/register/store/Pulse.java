package vn.vanthu.register.store;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.RegisterUnavailableException;

/** Knows whether the database takes writes now: by the newest commit, or by a small write at most once a second. */
final class Pulse {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final SessionFactory sessions;
    private final GroupWriter writer;
    private final Clock clock;
    private long lastProbe = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
    private @Nullable RegisterUnavailableException lastFailure;

    Pulse(SessionFactory sessions, GroupWriter writer, Clock clock) {
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
    }

    void check() throws RegisterUnavailableException {
        if (writer.sinceSuccess() > FRESH) {
            probeAtMostOnceASecond();
        }
    }

    private synchronized void probeAtMostOnceASecond() throws RegisterUnavailableException {
        if (System.nanoTime() - lastProbe > FRESH) {
            lastFailure = probe();
            lastProbe = System.nanoTime();
        }
        if (lastFailure != null) {
            throw new RegisterUnavailableException(String.valueOf(lastFailure.getMessage()), lastFailure);
        }
    }

    private @Nullable RegisterUnavailableException probe() {
        try (StatelessSession session = sessions.openStatelessSession()) {
            var transaction = session.beginTransaction();
            session.createNativeMutationQuery("UPDATE pulse SET at = :now WHERE id = 1")
                    .setParameter(
                            "now",
                            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                    .truncatedTo(ChronoUnit.MICROS))
                    .executeUpdate();
            transaction.commit();
            return null;
        } catch (HibernateException e) {
            return new RegisterUnavailableException("the register takes no writes: " + e.getMessage(), e);
        }
    }
}
