package vn.vanthu.register.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Rows that no leaf of their table lists: written a moment ago, or not by this program. */
final class UnsealedRows {

    private static final int CHUNK = 1000;

    private record Candidate(long id, byte @Nullable [] leafOfAnotherTable) {}

    private final StatelessSession session;
    private final RowReader reader;
    private final RowCheck check;
    private final Findings findings;
    private long intact;

    UnsealedRows(StatelessSession session, RowReader reader, RowCheck check, Findings findings) {
        this.session = session;
        this.reader = reader;
        this.check = check;
        this.findings = findings;
    }

    /** How many rows wait for their seal and are as they were written. */
    long intact() {
        return intact;
    }

    void verify(LogTable table) {
        List<Candidate> candidates = candidates(table);
        for (int from = 0; from < candidates.size(); from += CHUNK) {
            verify(table, candidates.subList(from, Math.min(from + CHUNK, candidates.size())));
        }
    }

    private List<Candidate> candidates(LogTable table) {
        return session
                .createSelectionQuery(
                        "select r.id, l.leaf from " + table.entity().getSimpleName()
                                + " r left join LeafRow l on l.rowId = r.id"
                                + " where l.rowId is null or l.table <> :code order by r.id",
                        Object[].class)
                .setParameter("code", (short) table.code())
                .list()
                .stream()
                .map(row -> new Candidate((Long) row[0], (byte[]) row[1]))
                .toList();
    }

    private void verify(LogTable table, List<Candidate> candidates) {
        List<Long> ids = candidates.stream().map(Candidate::id).toList();
        Map<Long, Optional<LogRow>> rows = reader.read(table, ids);
        check.tellMisdated(table, ids);
        for (Candidate candidate : candidates) {
            rows.getOrDefault(candidate.id(), Optional.empty())
                    .ifPresent(row -> verify(table, row, candidate.leafOfAnotherTable()));
        }
    }

    private void verify(LogTable table, LogRow row, byte @Nullable [] leafOfAnotherTable) {
        Optional<String> wrong = check.wrongWith(row);
        if (leafOfAnotherTable != null) {
            // When it is this row's own leaf, that was changed, and is told already.
            if (!Arrays.equals(leafOfAnotherTable, Merkle.leaf(table, row.id, row.hash))) {
                findings.inserted(row, "its id is that of a sealed row of another table");
            }
        } else if (row.id < 1) {
            findings.inserted(row, "this program gives no such id");
        } else if (wrong.isPresent()) {
            findings.inserted(row, "this program did not write the row: " + wrong.get());
        } else {
            intact++;
        }
    }
}
