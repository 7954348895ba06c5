package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.book.Act;

/**
 * Erases what must not be kept (a secret, personal data) from rows that were sealed. The fields' hashes stay, the row's salt
 * goes: nobody can guess the content from what is left, every other field is still proven, and {@code audit verify} names
 * who erased what. Works with the admin account, since the gateway's own can change nothing.
 */
final class Eraser {

    private final StatelessSession session;
    private final Connection admin;
    private final Instant now;
    private final Act act;

    Eraser(StatelessSession session, Connection admin, Instant now, Act act) {
        this.session = session;
        this.admin = admin;
        this.now = now;
        this.act = act;
    }

    /** Everything in the register that tells what the mail is about; returns how many rows were changed. */
    int eraseContent(MailId mail) throws SQLException {
        admin.setAutoCommit(false);
        List<String> erased = new ArrayList<>();
        for (LogTable table : LogTable.values()) {
            for (LogRow row : rowsOf(mail, table)) {
                List<String> fields = withContent(row);
                if (!fields.isEmpty()) {
                    erase(row, fields);
                    erased.add(told(row.table(), fields));
                }
            }
        }
        if (!erased.isEmpty()) {
            RowInsert.insert(admin, new AdminActRow(told(mail, erased)));
        }
        admin.commit();
        return erased.size();
    }

    private AdminAct told(MailId mail, List<String> erased) {
        String detail = act.reason() + " (" + erased.stream().distinct().collect(Collectors.joining("; ")) + ")";
        return new AdminAct(
                now,
                act.login(),
                act.systemUser(),
                AdminAct.Action.CONTENT_ERASED,
                mail.value(),
                detail,
                "erase:" + act.key());
    }

    private List<? extends LogRow> rowsOf(MailId mail, LogTable table) {
        boolean hasMail = Stream.<Class<?>>iterate(table.entity(), type -> type != LogRow.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .anyMatch(field -> field.getName().equals("mailId"));
        return !hasMail
                ? List.of()
                : session.createSelectionQuery(
                                "from " + table.entity().getSimpleName() + " r where r.mailId = :mail", table.entity())
                        .setParameter("mail", mail.value())
                        .list();
    }

    private static List<String> withContent(LogRow row) {
        Map<String, @Nullable Object> values =
                row.addTo(new CanonicalRow(row.table(), row.salt)).values();
        return row.contentFields().stream()
                .filter(field ->
                        values.get(field) instanceof String text && !text.isEmpty() && !text.equals(FieldProof.ERASED))
                .toList();
    }

    private void erase(LogRow row, List<String> fields) throws SQLException {
        ErasureRow before = newest(row);
        Map<String, FieldProof> known = before == null ? Map.of() : FieldProof.read(before.proofs);
        RowInsert.insert(admin, new ErasureRow(now, row, fields, row.proofsWithout(fields, known), act));
        Map<String, Object> columns = new LinkedHashMap<>();
        fields.forEach(field -> columns.put(row.column(field), FieldProof.ERASED));
        row.derivedColumns().stream()
                .filter(DerivedColumn::ofContent)
                .forEach(column -> columns.put(column.name(), ""));
        columns.put("salt", new byte[row.salt.length]);
        String sql = "UPDATE " + row.table() + " SET "
                + columns.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + " WHERE id = ?";
        try (PreparedStatement update = admin.prepareStatement(sql)) {
            int at = 0;
            for (Object value : columns.values()) {
                update.setObject(++at, value);
            }
            update.setLong(++at, row.id);
            update.executeUpdate();
        }
    }

    private @Nullable ErasureRow newest(LogRow row) {
        List<ErasureRow> all = Erasures.in(session, row);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** How the act of administration names the fields of a row that were erased. */
    static String told(String table, List<String> fields) {
        return table + ": " + String.join(", ", fields);
    }
}
