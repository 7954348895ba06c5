package vn.vanthu.register.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Walks the chain of seals from its start, and compares every row with its leaf and every leaf with its seal. */
final class Verifier {

    private static final int MOST_FINDINGS = 100;
    private static final int CHUNK = 1000;

    private final StatelessSession session;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Erased> erased = new ArrayList<>();
    private long seals;
    private long rows;
    private long unsealed;

    /** @param progress is told the number of rows looked at, now and then */
    Verifier(StatelessSession session, LongConsumer progress) {
        this.session = session;
        this.progress = progress;
    }

    /** @param knownHead a seal's hash that was sent out earlier; empty when none is known */
    Verification verify(String knownHead) {
        boolean headFound = knownHead.isEmpty();
        SealRow before = null;
        for (SealRow seal = after(0); seal != null; seal = after(seal.number)) {
            verify(seal, before);
            headFound |= HexFormat.of().formatHex(seal.head).equalsIgnoreCase(knownHead);
            before = seal;
            seals++;
        }
        for (LogTable table : LogTable.values()) {
            verifyUnsealed(table);
        }
        if (!headFound) {
            add(new Finding(
                    Finding.Kind.TRUNCATED,
                    "seal",
                    knownHead,
                    "this head is not in the chain: the newest rows were cut off, or the register was rewritten"));
        }
        return new Verification(seals, rows, unsealed, findings, erased, head(before), !knownHead.isEmpty());
    }

    static @Nullable SealHead head(@Nullable SealRow seal) {
        return seal == null
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
        List<LeafRow> leaves = session.createSelectionQuery(
                        "from LeafRow l where l.seal = :seal order by l.position", LeafRow.class)
                .setParameter("seal", seal.number)
                .list();
        int known = findings.size();
        for (int from = 0; from < leaves.size(); from += CHUNK) {
            verifyRows(leaves.subList(from, Math.min(from + CHUNK, leaves.size())));
        }
        byte[] previous = before == null ? Merkle.NOTHING_BEFORE : before.head;
        long expected = before == null ? 1 : before.number + 1;
        List<byte[]> hashes = leaves.stream().map(leaf -> leaf.leaf).toList();
        if (seal.number != expected || !Arrays.equals(seal.previous, previous)) {
            broken(seal, "it does not follow the seal before it");
        } else if (!seal.isIntact()) {
            broken(seal, "its own fields were changed");
        } else if (leaves.size() != seal.leaves || !Arrays.equals(Merkle.root(hashes), seal.root)) {
            broken(
                    seal,
                    "its list of rows was changed, shortened or reordered"
                            + (findings.size() > known ? "" : "; each row fits its leaf"));
        }
    }

    private void broken(SealRow seal, String detail) {
        add(new Finding(Finding.Kind.SEAL_BROKEN, "seal", String.valueOf(seal.number), detail));
    }

    private void verifyRows(List<LeafRow> leaves) {
        Map<LogTable, List<Long>> ids = new EnumMap<>(LogTable.class);
        leaves.forEach(leaf -> ids.computeIfAbsent(LogTable.ofCode(leaf.table), t -> new ArrayList<>())
                .add(leaf.rowId));
        Map<Long, LogRow> found = new HashMap<>();
        ids.forEach((table, some) -> load(table, some).forEach(row -> found.put(row.id, row)));
        for (LeafRow leaf : leaves) {
            verify(leaf, found.get(leaf.rowId));
        }
        rows += leaves.size();
        progress.accept(rows);
    }

    private void verify(LeafRow leaf, @Nullable LogRow row) {
        LogTable table = LogTable.ofCode(leaf.table);
        if (row == null) {
            add(new Finding(Finding.Kind.DELETED, table.table(), "id " + leaf.rowId, "the sealed row is gone"));
        } else if (!isAsWritten(row)) {
            add(new Finding(Finding.Kind.CHANGED, table.table(), name(row), "the content is not what was written"));
        } else if (!Arrays.equals(leaf.leaf, Merkle.leaf(table, row.id, row.hash))) {
            add(new Finding(Finding.Kind.CHANGED, table.table(), name(row), "the row is not the one that was sealed"));
        }
    }

    private List<? extends LogRow> load(LogTable table, List<Long> ids) {
        return session.createSelectionQuery(
                        "from " + table.entity().getSimpleName() + " r where r.id in (:ids)", table.entity())
                .setParameterList("ids", ids)
                .list();
    }

    private void verifyUnsealed(LogTable table) {
        List<Long> ids = session.createSelectionQuery(
                        "select r.id from " + table.entity().getSimpleName()
                                + " r left join LeafRow l on l.rowId = r.id where l.rowId is null order by r.id",
                        Long.class)
                .list();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            for (LogRow row : load(table, ids.subList(from, Math.min(from + CHUNK, ids.size())))) {
                verifyUnsealed(table, row);
            }
        }
    }

    private void verifyUnsealed(LogTable table, LogRow row) {
        if (isAsWritten(row)) {
            unsealed++;
        } else {
            add(new Finding(Finding.Kind.INSERTED, table.table(), name(row), "this program did not write the row"));
        }
    }

    private boolean isAsWritten(LogRow row) {
        return Arrays.equals(row.hash, row.computeHash()) || isAsWrittenButForErasedFields(row);
    }

    private boolean isAsWrittenButForErasedFields(LogRow row) {
        ErasureRow erasure = Eraser.newest(session, row.id);
        if (erasure == null || !erasure.erasedTable.equals(row.table())) {
            return false;
        }
        try {
            if (!Arrays.equals(row.hash, row.computeHash(FieldProof.read(erasure.proofs)))) {
                return false;
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (erased.size() < MOST_FINDINGS) {
            erased.add(new Erased(
                    row.table(),
                    name(row),
                    erasure.fields,
                    erasure.at.toInstant(ZoneOffset.UTC),
                    erasure.login,
                    erasure.systemUser,
                    erasure.reason));
        }
        return true;
    }

    private static String name(LogRow row) {
        return String.join(" ", row.key()) + " (id " + row.id + ")";
    }

    private void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
