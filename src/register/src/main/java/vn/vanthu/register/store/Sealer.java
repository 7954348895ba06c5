package vn.vanthu.register.store;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;

/**
 * Seals what was committed: one sealer at a time over all processes, by a lock in the database. Writers never wait.
 *
 * <p>A row may be committed after one with a higher id, so rows are looked for by "has no leaf", not by "after the last
 * one"; only rows below an id that was handed out minutes ago (see {@link RowIds}) are not looked at each time. Those are
 * swept slowly in the background, once from the start of the process and then daily.
 */
final class Sealer {

    private static final int MOST_LEAVES = 5000;
    private static final long SWEEP = 50_000;
    private static final long SURELY_COMMITTED = RowIds.BLOCK_LIFE * 3;

    private record Seen(long id, long nanos) {}

    private final Transactions transactions;
    private final RowIds ids;
    private final Clock clock;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private long sweepFrom;
    private long sweepAgainAt = System.nanoTime();

    Sealer(Transactions transactions, RowIds ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Seals every committed row; returns how many rows got their leaf. */
    synchronized int seal() throws RegisterUnavailableException {
        int sealed = 0;
        int batch;
        do {
            batch = once();
            sealed += batch;
        } while (batch >= MOST_LEAVES);
        return sealed;
    }

    private int once() throws RegisterUnavailableException {
        try {
            long surely = surelyCommitted();
            return transactions.run(session -> seal(session, surely));
        } catch (BookException e) {
            throw new IllegalStateException("sealing touches no book", e);
        }
    }

    private int seal(StatelessSession session, long surely) {
        SealerRow lock = session.get(SealerRow.class, SealerRow.ONLY, LockMode.PESSIMISTIC_WRITE);
        List<LeafRow> leaves = unsealed(session, lock.lowId, Long.MAX_VALUE);
        if (leaves.size() < MOST_LEAVES) {
            leaves.addAll(sweep(session, lock.lowId));
        }
        if (!leaves.isEmpty()) {
            write(session, leaves);
        }
        if (leaves.size() < MOST_LEAVES && surely > lock.lowId) {
            lock.lowId = surely;
            session.update(lock);
        }
        return leaves.size();
    }

    private List<LeafRow> sweep(StatelessSession session, long lowId) {
        if (System.nanoTime() - sweepAgainAt < 0) {
            return List.of();
        }
        long to = Math.min(sweepFrom + SWEEP, lowId);
        List<LeafRow> leaves = unsealed(session, sweepFrom, to);
        if (leaves.size() < MOST_LEAVES) {
            sweepFrom = to;
        }
        if (sweepFrom >= lowId) {
            sweepFrom = 0;
            sweepAgainAt = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
        }
        return leaves;
    }

    /** A row with the id of one of another table is not this program's, and must not stop the sealing: it gets no leaf. */
    private static List<LeafRow> unsealed(StatelessSession session, long from, long to) {
        Map<Long, LeafRow> leaves = new LinkedHashMap<>();
        for (LogTable table : LogTable.values()) {
            session.createSelectionQuery(
                            "select r.id, r.hash from " + table.entity().getSimpleName()
                                    + " r left join LeafRow l on l.rowId = r.id"
                                    + " where r.id >= :from and r.id < :to and l.rowId is null order by r.id",
                            Object[].class)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .setMaxResults(MOST_LEAVES)
                    .list()
                    .forEach(row ->
                            leaves.putIfAbsent((Long) row[0], new LeafRow(table, (Long) row[0], (byte[]) row[1])));
        }
        return new ArrayList<>(leaves.values());
    }

    private void write(StatelessSession session, List<LeafRow> leaves) {
        SealRow seal = new SealRow(
                newest(session),
                LogRow.utc(clock.instant()),
                leaves.stream().map(leaf -> leaf.leaf).toList());
        for (int position = 0; position < leaves.size(); position++) {
            leaves.get(position).seal = seal.number;
            leaves.get(position).position = position;
        }
        session.insert(seal);
        session.insertMultiple(leaves);
    }

    static @Nullable SealRow newest(StatelessSession session) {
        Optional<SealRow> newest = session
                .createSelectionQuery("from SealRow s order by s.number desc", SealRow.class)
                .setMaxResults(1)
                .list()
                .stream()
                .findFirst();
        return newest.orElse(null);
    }

    /** An id below which every row is committed, or never will be; 0 while that is not known. */
    private long surelyCommitted() {
        long now = System.nanoTime();
        if (seen.isEmpty() || now - seen.getLast().nanos() > RowIds.BLOCK_LIFE) {
            seen.addLast(new Seen(ids.block(), now));
        }
        long surely = 0;
        while (!seen.isEmpty() && now - seen.getFirst().nanos() > SURELY_COMMITTED) {
            surely = seen.removeFirst().id();
        }
        return surely;
    }
}
