package vn.vanthu.register.store;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Reads rows that somebody may have altered beyond reading: one of them must not hide the others. */
final class RowReader {

    private final StatelessSession session;
    private final Findings findings;

    RowReader(StatelessSession session, Findings findings) {
        this.session = session;
        this.findings = findings;
    }

    /** The rows that are there, by their ids; one that cannot be read is a finding, and empty here. */
    Map<Long, Optional<LogRow>> read(LogTable table, List<Long> ids) {
        Map<Long, Optional<LogRow>> rows = new HashMap<>();
        try {
            select(table, ids).forEach(row -> rows.put(row.id, Optional.of(row)));
        } catch (RuntimeException e) {
            if (!isConnected()) {
                throw e;
            }
            if (ids.size() == 1) {
                findings.changed(table, "id " + ids.get(0), "it holds what cannot be read: " + e.getMessage());
                rows.put(ids.get(0), Optional.empty());
            } else {
                ids.forEach(id -> rows.putAll(read(table, List.of(id))));
            }
        }
        return rows;
    }

    private List<? extends LogRow> select(LogTable table, List<Long> ids) {
        return session.createSelectionQuery(
                        "from " + table.entity().getSimpleName() + " r where r.id in (:ids)", table.entity())
                .setParameterList("ids", ids)
                .list();
    }

    private boolean isConnected() {
        return session.doReturningWork((Connection connection) -> connection.isValid(5));
    }
}
