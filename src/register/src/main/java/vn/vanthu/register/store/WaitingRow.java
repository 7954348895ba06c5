package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.register.book.WaitingDocument;

@Entity
@Immutable
@Table(name = "waiting_document")
@SuppressWarnings("NullAway.Init")
class WaitingRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String document;

    /** 0 while it waits, 1 for what the clerk decided. */
    int step;

    String state;
    LocalDateTime at;
    String login;

    @Column(name = "arrived_on")
    LocalDate arrivedOn;

    String mailbox;
    String readable;

    @Column(name = "due_at")
    LocalDateTime dueAt;

    WaitingRow() {}

    WaitingRow(WaitingDocument waiting, WaitingDocument.State state, String login, Instant at) {
        this.mailId = waiting.mailId().value();
        this.document = Text.fitKey(waiting.document(), 100);
        this.step = state == WaitingDocument.State.WAITING ? 0 : 1;
        this.state = state.code();
        this.at = utc(at);
        this.login = Text.fitKey(login, ADDRESS);
        this.arrivedOn = utc(waiting.arrivedAt()).plusHours(7).toLocalDate();
        this.mailbox = Text.fitKey(waiting.mailbox(), ADDRESS);
        this.readable = Text.fit(waiting.readable(), 4000);
        this.dueAt = utc(waiting.dueAt());
    }

    @Override
    String table() {
        return "waiting_document";
    }

    @Override
    List<String> contentFields() {
        return List.of("readable");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "document", "step");
    }

    @Override
    List<String> key() {
        return List.of(mailId, document, String.valueOf(step));
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("document", document)
                .number("step", (long) step)
                .text("state", state)
                .time("at", at)
                .text("login", login)
                .date("arrived_on", arrivedOn)
                .text("mailbox", mailbox)
                .text("readable", readable)
                .time("due_at", dueAt);
    }
}
