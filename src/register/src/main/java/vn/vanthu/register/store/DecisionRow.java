package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.message.MailId;

@Entity
@Immutable
@Table(name = "mail_decision")
@SuppressWarnings("NullAway.Init")
class DecisionRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    LocalDateTime at;
    /** The same at +07:00, by which the index is ordered; the database makes it. */
    @Formula("at_local")
    @Nullable
    LocalDateTime atLocal;

    String rule;

    @Column(name = "rule_version")
    String ruleVersion;

    String verdict;
    String reason;
    String clause;
    String detail;

    DecisionRow() {}

    DecisionRow(MailId id, Instant at, String rule, String ruleVersion, Decision decision) {
        Reason why = decision.reason();
        this.mailId = id.value();
        this.at = utc(at);
        this.rule = Text.fitKey(rule, 100);
        this.ruleVersion = Text.fitKey(ruleVersion, 64);
        this.verdict = decision.verdict().code();
        this.reason = Text.fitKey(why.code(), 100);
        this.clause = Text.fit(why.clause(), 200);
        this.detail = Text.fit(why.detail(), 4000);
    }

    @Override
    String table() {
        return "mail_decision";
    }

    @Override
    List<String> contentFields() {
        return List.of("detail");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "rule", "verdict");
    }

    @Override
    List<String> key() {
        return List.of(mailId, rule, verdict);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .time("at", at)
                .text("rule", rule)
                .text("rule_version", ruleVersion)
                .text("verdict", verdict)
                .text("reason", reason)
                .text("clause", clause)
                .text("detail", detail);
    }
}
