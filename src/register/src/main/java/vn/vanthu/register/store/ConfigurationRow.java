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
@Table(name = "configuration_version")
@SuppressWarnings("NullAway.Init")
class ConfigurationRow extends LogRow {

    LocalDateTime at;
    String version;

    @Column(length = 16_000_000)
    String content;

    ConfigurationRow() {}

    ConfigurationRow(Instant at, String version, String content) {
        this.at = utc(at);
        this.version = Text.fitKey(version, 64);
        this.content = Text.fit(content, 4_000_000);
    }

    @Override
    String table() {
        return "configuration_version";
    }

    @Override
    List<String> keyFields() {
        return List.of("version");
    }

    @Override
    List<String> key() {
        return List.of(version);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.time("at", at).text("version", version).text("content", content);
    }
}
