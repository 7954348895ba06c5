package vn.vanthu.register.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.exception.ConstraintViolationException;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Writes log rows, each once by its key. What waits at the same time goes into one transaction: with many writers one
 * commit, the costly part, serves all of them.
 */
final class GroupWriter implements AutoCloseable {

    private static final int GROUP = 256;
    private static final int ATTEMPTS = 5;
    private static final long PATIENCE_SECONDS = 15;

    private record Write(List<LogRow> rows, CompletableFuture<Set<LogRow>> done) {}

    private final SessionFactory sessions;
    private final DiskSync disk;
    private final RowIds ids;
    private final LinkedBlockingQueue<Write> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "register-writer");
    private volatile boolean closed;
    private volatile long lastSuccess = System.nanoTime() - TimeUnit.HOURS.toNanos(1);

    GroupWriter(SessionFactory sessions, DiskSync disk, RowIds ids) {
        this.sessions = sessions;
        this.ids = ids;
        this.disk = disk;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Writes the rows that are not there yet, all or nothing. Durable on return.
     *
     * @return whether the first one is there because of this call: of two with one key at once, this is true for one
     */
    boolean write(List<LogRow> rows) throws RegisterUnavailableException {
        if (rows.isEmpty()) {
            return false;
        }
        rows.forEach(LogRow::seal);
        Write write = new Write(rows, new CompletableFuture<>());
        waiting.add(write);
        if (closed) {
            failWaiting(new IllegalStateException("the register is closed"));
        }
        return await(write).contains(rows.get(0));
    }

    /** Nanoseconds since a transaction was last committed. */
    long sinceSuccess() {
        return System.nanoTime() - lastSuccess;
    }

    private static Set<LogRow> await(Write write) throws RegisterUnavailableException {
        try {
            return write.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RegisterUnavailableException("the register cannot be written: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new RegisterUnavailableException("the register does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegisterUnavailableException("interrupted while the register was written", e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                Write first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Write> group = new ArrayList<>(List.of(first));
                    waiting.drainTo(group, GROUP - 1);
                    commit(group);
                }
            } catch (InterruptedException e) {
                // only close() ends this thread
            }
        }
        failWaiting(new IllegalStateException("the register is closed"));
    }

    private void commit(List<Write> group) {
        try {
            Set<LogRow> added = insertMissing(group);
            disk.sync();
            lastSuccess = System.nanoTime();
            group.forEach(write -> write.done().complete(added));
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && Failures.isAboutTheData(e)) {
                group.forEach(write -> commit(List.of(write)));
                return;
            }
            group.forEach(write -> write.done().completeExceptionally(e));
            if (!Failures.isAboutTheData(e)) {
                failWaiting(e);
            }
        }
    }

    private void failWaiting(Throwable cause) {
        List<Write> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(write -> write.done().completeExceptionally(cause));
    }

    /** Inserts at once; only when a key was there already are the rows compared with what the tables hold. */
    private Set<LogRow> insertMissing(List<Write> group) {
        Map<List<String>, LogRow> rows = new LinkedHashMap<>();
        group.forEach(write -> write.rows().forEach(row -> rows.putIfAbsent(identity(row), row)));
        for (int attempt = 1; ; attempt++) {
            try {
                insert(rows.values());
                return new HashSet<>(rows.values());
            } catch (ConstraintViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                rows.keySet().removeAll(present(rows.values()));
            }
        }
    }

    private void insert(Collection<LogRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(row -> row.id = ids.next());
        try (StatelessSession session = sessions.openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            try {
                for (List<LogRow> sameTable : byTable(rows)) {
                    session.insertMultiple(sameTable);
                }
                transaction.commit();
            } catch (RuntimeException | Error e) {
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

    private Set<List<String>> present(Collection<LogRow> rows) {
        Set<List<String>> present = new HashSet<>();
        try (StatelessSession session = sessions.openStatelessSession()) {
            for (List<LogRow> sameTable : byTable(rows)) {
                LogRow like = sameTable.get(0);
                List<String> firsts = sameTable.stream()
                        .map(row -> row.key().get(0))
                        .distinct()
                        .toList();
                session.createSelectionQuery(keyQuery(like), Object[].class)
                        .setParameterList("firsts", firsts)
                        .list()
                        .forEach(key -> present.add(identity(like.table(), key)));
            }
        }
        return present;
    }

    private static String keyQuery(LogRow row) {
        List<String> fields = row.keyFields();
        return "select " + String.join(", ", fields) + " from " + row.getClass().getSimpleName() + " where "
                + fields.get(0) + " in (:firsts)";
    }

    private static Collection<List<LogRow>> byTable(Collection<LogRow> rows) {
        Map<String, List<LogRow>> tables = new LinkedHashMap<>();
        rows.forEach(row ->
                tables.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row));
        return tables.values();
    }

    private static List<String> identity(LogRow row) {
        return identity(row.table(), row.key().toArray());
    }

    private static List<String> identity(String table, Object[] key) {
        List<String> identity = new ArrayList<>(List.of(table));
        for (Object part : key) {
            identity.add(String.valueOf(part));
        }
        return identity;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
