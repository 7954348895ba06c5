package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import vn.vanthu.register.book.Act;

/** Fields of a row that were erased lawfully, by whom and why, and what the row's hash can still be made from. */
@Entity
@Immutable
@Table(name = "field_erasure")
@SuppressWarnings("NullAway.Init")
class ErasureRow extends LogRow {

    LocalDateTime at;

    @Column(name = "table_name")
    String erasedTable;

    @Column(name = "row_id")
    long rowId;

    String fields;

    @Column(length = 16_000_000)
    String proofs;

    String login;

    @Column(name = "system_account")
    String systemUser;

    String reason;

    ErasureRow() {}

    ErasureRow(Instant at, LogRow erased, List<String> fields, Map<String, FieldProof> proofs, Act act) {
        this.at = utc(at);
        this.erasedTable = erased.table();
        this.rowId = erased.id;
        this.fields = String.join(" ", fields);
        this.proofs = FieldProof.write(proofs);
        this.login = Text.fitKey(act.login(), ADDRESS);
        this.systemUser = Text.fit(act.systemUser(), 100);
        this.reason = Text.fit(act.reason(), 1000);
    }

    List<String> fieldNames() {
        return List.of(fields.split(" "));
    }

    @Override
    String table() {
        return "field_erasure";
    }

    @Override
    List<String> keyFields() {
        return List.of("rowId", "fields");
    }

    @Override
    List<String> key() {
        return List.of(String.valueOf(rowId), fields);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.time("at", at)
                .text("table_name", erasedTable)
                .number("row_id", rowId)
                .text("fields", fields)
                .text("proofs", proofs)
                .text("login", login)
                .text("system_account", systemUser)
                .text("reason", reason);
    }
}
