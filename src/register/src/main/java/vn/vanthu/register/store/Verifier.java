package vn.vanthu.register.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Walks the chain of seals from its start, and compares every row with its leaf and every leaf with its seal. */
final class Verifier {

    private static final int CHUNK = 1000;

    private final StatelessSession session;
    private final LongConsumer progress;
    private final Findings findings = new Findings();
    private final RowReader reader;
    private final RowCheck check;
    private long seals;
    private long rows;

    /** @param progress is told the number of rows looked at, now and then */
    Verifier(StatelessSession session, LongConsumer progress) {
        this.session = session;
        this.progress = progress;
        this.reader = new RowReader(session, findings);
        this.check = new RowCheck(session, findings);
    }

    /** @param knownHead a seal's hash that was sent out earlier; empty when none is known */
    Verification verify(String knownHead) {
        boolean headFound = knownHead.isEmpty();
        SealRow before = null;
        for (SealRow seal = after(Long.MIN_VALUE); seal != null; seal = after(seal.number)) {
            verify(seal, before);
            headFound |= HexFormat.of().formatHex(seal.head).equalsIgnoreCase(knownHead);
            before = seal;
            seals++;
        }
        verifyLeavesWithoutSeal();
        UnsealedRows unsealed = new UnsealedRows(session, reader, check, findings);
        for (LogTable table : LogTable.values()) {
            unsealed.verify(table);
        }
        if (!headFound) {
            findings.truncated(knownHead);
        }
        return new Verification(
                seals, rows, unsealed.intact(), findings.all(), check.erased(), head(before), !knownHead.isEmpty());
    }

    /** Null also for a seal whose time was made unreadable. */
    static @Nullable SealHead head(@Nullable SealRow seal) {
        return seal == null || seal.at == null
                ? null
                : new SealHead(
                        seal.number,
                        seal.at.toInstant(ZoneOffset.UTC),
                        HexFormat.of().formatHex(seal.head));
    }

    private @Nullable SealRow after(long number) {
        List<SealRow> next = session.createSelectionQuery(
                        "from SealRow s where s.number > :number order by s.number", SealRow.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .list();
        return next.isEmpty() ? null : next.get(0);
    }

    private void verify(SealRow seal, @Nullable SealRow before) {
        List<LeafRow> leaves = leavesOf(seal.number);
        int known = findings.all().size();
        verifyRows(leaves);
        byte[] previous = before == null ? Merkle.NOTHING_BEFORE : before.head;
        long expected = before == null ? 1 : before.number + 1;
        List<byte[]> hashes = leaves.stream().map(leaf -> leaf.leaf).toList();
        if (seal.number != expected || !Arrays.equals(seal.previous, previous)) {
            findings.broken(seal.number, "it does not follow the seal before it");
        } else if (!seal.isIntact()) {
            findings.broken(seal.number, "its own fields were changed");
        } else if (leaves.size() != seal.leaves || !Arrays.equals(Merkle.root(hashes), seal.root)) {
            findings.broken(
                    seal.number,
                    "its list of rows was changed, shortened or reordered"
                            + (findings.all().size() > known ? "" : "; each row fits its leaf"));
        }
    }

    private List<LeafRow> leavesOf(long seal) {
        return session.createSelectionQuery("from LeafRow l where l.seal = :seal order by l.position", LeafRow.class)
                .setParameter("seal", seal)
                .list();
    }

    private void verifyLeavesWithoutSeal() {
        List<Long> missing = session.createSelectionQuery(
                        "select distinct l.seal from LeafRow l left join SealRow s on s.number = l.seal"
                                + " where s.number is null order by l.seal",
                        Long.class)
                .list();
        for (long number : missing) {
            List<LeafRow> leaves = leavesOf(number);
            verifyRows(leaves);
            leaves.stream().findFirst().ifPresent(first -> findings.broken(number, withoutSeal(first, leaves.size())));
        }
    }

    private String withoutSeal(LeafRow first, int leaves) {
        return "it is not there, but as many rows are listed as sealed by it: " + leaves + "; the first: "
                + fitting(first).map(row -> row.table() + " " + row.name()).orElse("id " + first.rowId);
    }

    private void verifyRows(List<LeafRow> leaves) {
        for (int from = 0; from < leaves.size(); from += CHUNK) {
            verifyChunk(leaves.subList(from, Math.min(from + CHUNK, leaves.size())));
        }
    }

    private void verifyChunk(List<LeafRow> leaves) {
        Map<LogTable, List<Long>> ids = new EnumMap<>(LogTable.class);
        for (LeafRow leaf : leaves) {
            LogTable.ofCode(leaf.table).ifPresent(table -> ids.computeIfAbsent(table, t -> new ArrayList<>())
                    .add(leaf.rowId));
        }
        Map<Long, Optional<LogRow>> found = new HashMap<>();
        ids.forEach((table, some) -> {
            found.putAll(reader.read(table, some));
            check.tellMisdated(table, some);
        });
        for (LeafRow leaf : leaves) {
            Optional<LogRow> row = found.get(leaf.rowId);
            if (row == null) {
                tellRowless(leaf);
            } else {
                row.ifPresent(there -> verify(leaf, there));
            }
        }
        rows += leaves.size();
        progress.accept(rows);
    }

    private void verify(LeafRow leaf, LogRow row) {
        LogTable table = LogTable.ofCode(leaf.table).orElseThrow();
        Optional<String> wrong = check.wrongWith(row);
        if (wrong.isPresent()) {
            findings.changed(table, row.name(), wrong.get());
        } else if (!Arrays.equals(leaf.leaf, Merkle.leaf(table, row.id, row.hash))) {
            findings.changed(table, row.name(), "the row is not the one that was sealed");
        }
    }

    /** A leaf whose table holds no row of its id: the row is gone, or the leaf was pointed elsewhere. */
    private void tellRowless(LeafRow leaf) {
        if (findings.isFull()) {
            return;
        }
        Optional<LogTable> table = LogTable.ofCode(leaf.table);
        Optional<LogRow> elsewhere = fitting(leaf);
        if (elsewhere.isPresent()) {
            LogRow row = elsewhere.get();
            findings.broken(leaf.seal, "its list names another table for " + row.table() + " " + row.name());
        } else if (table.isPresent()) {
            findings.deleted(table.get(), leaf.rowId);
        } else {
            findings.broken(leaf.seal, "its list names no table that there is for the row with the id " + leaf.rowId);
        }
    }

    /** The row that the leaf was made for, in whichever table it is. */
    private Optional<LogRow> fitting(LeafRow leaf) {
        return Arrays.stream(LogTable.values())
                .flatMap(table -> rowOf(table, leaf.rowId)
                        .filter(row -> Arrays.equals(leaf.leaf, Merkle.leaf(table, row.id, row.hash))))
                .findFirst();
    }

    private Stream<LogRow> rowOf(LogTable table, long id) {
        return reader.read(table, List.of(id)).values().stream().flatMap(Optional::stream);
    }
}
