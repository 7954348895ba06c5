package vn.vanthu.register.store;

import java.util.ArrayList;
import java.util.List;
import vn.vanthu.register.store.Finding.Kind;

/** What {@code audit verify} found, the first ones. */
final class Findings {

    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> all() {
        return findings;
    }

    boolean isFull() {
        return findings.size() >= MOST;
    }

    void changed(LogTable table, String row, String detail) {
        add(new Finding(Kind.CHANGED, table.table(), row, detail));
    }

    void deleted(LogTable table, long id) {
        add(new Finding(Kind.DELETED, table.table(), "id " + id, "the sealed row is gone"));
    }

    void inserted(LogRow row, String detail) {
        add(new Finding(Kind.INSERTED, row.table(), row.name(), detail));
    }

    void broken(long seal, String detail) {
        add(new Finding(Kind.SEAL_BROKEN, "seal", String.valueOf(seal), detail));
    }

    void truncated(String head) {
        add(new Finding(
                Kind.TRUNCATED,
                "seal",
                head,
                "this head is not in the chain: the newest rows were cut off, or the register was rewritten"));
    }

    private void add(Finding finding) {
        if (!isFull()) {
            findings.add(finding);
        }
    }
}
