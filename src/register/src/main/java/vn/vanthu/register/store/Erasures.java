package vn.vanthu.register.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.AdminAct;

/**
 * What was erased from rows, told apart from what somebody wants to look so: only fields that tell what a mail is about may
 * be erased, and {@link Eraser} leaves an act of administration about it, which everybody sees in {@code nhat_ky_quan_tri}.
 */
final class Erasures {

    private final StatelessSession session;
    private List<AdminActRow> acts = List.of();

    Erasures(StatelessSession session) {
        this.session = session;
    }

    /** All erasures in a row, oldest first: the newest one holds what is known of all its fields. */
    static List<ErasureRow> in(StatelessSession session, LogRow row) {
        return session.createSelectionQuery(
                        "from ErasureRow e where e.rowId = :row and e.erasedTable = :table order by e.id",
                        ErasureRow.class)
                .setParameter("row", row.id)
                .setParameter("table", row.table())
                .list();
    }

    /** The newest erasure when the row is what was written but for fields that were erased; null when it is not. */
    @Nullable
    ErasureRow explaining(LogRow row) {
        List<ErasureRow> all = in(session, row);
        ErasureRow newest = all.isEmpty() ? null : all.get(all.size() - 1);
        return newest != null && Arrays.equals(row.hash, row.computeHash(proofs(newest))) ? newest : null;
    }

    private static Map<String, FieldProof> proofs(ErasureRow erasure) {
        try {
            return FieldProof.read(erasure.proofs);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** Whether all that {@code newest} erased may be erased, and was erased by acts that are told. */
    boolean areLawful(LogRow row, ErasureRow newest) {
        Set<String> lawful = new HashSet<>();
        for (ErasureRow erasure : in(session, row)) {
            if (isTold(row, erasure)) {
                lawful.addAll(erasure.fieldNames());
            }
        }
        lawful.retainAll(row.contentFields());
        return proofs(newest).entrySet().stream()
                .filter(field -> field.getValue() instanceof FieldProof.Hash)
                .allMatch(field -> lawful.contains(field.getKey()));
    }

    private boolean isTold(LogRow row, ErasureRow erasure) {
        if (!erasure.isAsWritten()) {
            return false;
        }
        if (acts.stream().noneMatch(act -> tells(act, row, erasure))) {
            acts = readActs(); // it may have been erased a moment ago
        }
        return acts.stream().anyMatch(act -> tells(act, row, erasure));
    }

    private static boolean tells(AdminActRow act, LogRow row, ErasureRow erasure) {
        Object mail =
                row.addTo(new CanonicalRow(row.table(), row.salt)).values().get("mail_id");
        String fields = Eraser.told(row.table(), erasure.fieldNames());
        return act.target.equals(mail)
                && act.at.equals(erasure.at)
                && act.login.equals(erasure.login)
                && act.systemUser.equals(erasure.systemUser)
                && (act.detail.contains(fields) || Text.isCut(act.detail)); // the fields stand at its end
    }

    /** Those that are as they were written; whether they are sealed is found like that of every other row. */
    private List<AdminActRow> readActs() {
        return session
                .createSelectionQuery("from AdminActRow a where a.action = :action", AdminActRow.class)
                .setParameter("action", AdminAct.Action.CONTENT_ERASED.code())
                .list()
                .stream()
                .filter(LogRow::isAsWritten)
                .toList();
    }
}
