package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;

/** What happened to a held mail; each step once, so the step {@link #DECISION} is the decision that stands. */
@Entity
@Immutable
@Table(name = "hold_event")
@SuppressWarnings("NullAway.Init")
class HoldEventRow extends LogRow {

    static final String DECISION = "decision";
    static final String CARRIED_OUT = "carried-out";
    static final String REMOVED = "bytes-removed";
    /** Whose text names the folder with the bytes. */
    static final String KEPT_IN = "kept-in";

    @Column(name = "mail_id")
    String mailId;

    String purpose;
    String step;
    String outcome;
    String login;
    String text;
    LocalDateTime at;

    HoldEventRow() {}

    HoldEventRow(HeldMail held, String step, Instant at) {
        this.mailId = held.mailId().value();
        this.purpose = held.purpose().code();
        this.step = Text.fitKey(step, 100);
        this.outcome = "";
        this.login = "";
        this.text = "";
        this.at = utc(at);
    }

    HoldEventRow(HeldMail held, HoldDecision decision) {
        this(held, DECISION, decision.at());
        outcome = Text.fitKey(decision.outcome(), 32);
        login = Text.fitKey(decision.login(), ADDRESS);
        text = Text.fit(decision.text(), 4000);
    }

    HoldEventRow with(String words) {
        text = Text.fit(words, 4000);
        return this;
    }

    HoldDecision decision() {
        return new HoldDecision(outcome, login, text, at.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "hold_event";
    }

    @Override
    List<String> contentFields() {
        return List.of("text");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "purpose", "step");
    }

    @Override
    List<String> key() {
        return List.of(mailId, purpose, step);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("purpose", purpose)
                .text("step", step)
                .text("outcome", outcome)
                .text("login", login)
                .text("text", text)
                .time("at", at);
    }
}
