package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "audit_query")
@SuppressWarnings("NullAway.Init")
class AuditQueryRow extends LogRow {

    LocalDateTime at;

    @Column(name = "system_account")
    String systemUser;

    String tool;
    String question;

    @Column(name = "query_key")
    String queryKey;

    AuditQueryRow() {}

    AuditQueryRow(Instant at, String systemUser, String tool, String question, String key) {
        this.at = utc(at);
        this.systemUser = Text.fit(systemUser, 100);
        this.tool = Text.fit(tool, 100);
        this.question = Text.fit(question, 4000);
        this.queryKey = Text.fitKey(key, 100);
    }

    @Override
    String table() {
        return "audit_query";
    }

    @Override
    List<String> keyFields() {
        return List.of("queryKey");
    }

    @Override
    List<String> key() {
        return List.of(queryKey);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.time("at", at)
                .text("system_account", systemUser)
                .text("tool", tool)
                .text("question", question)
                .text("query_key", queryKey);
    }
}
