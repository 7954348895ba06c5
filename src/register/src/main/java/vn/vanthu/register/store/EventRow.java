package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;

@Entity
@Immutable
@Table(name = "mail_event")
@SuppressWarnings("NullAway.Init")
class EventRow extends LogRow {

    /** Step and outcome of a recipient that was replaced by others; the views leave it out. */
    private static final String EXPANDED = "expanded";

    @Column(name = "mail_id")
    String mailId;

    String recipient;
    String step;
    LocalDateTime at;
    String outcome;
    boolean settled;
    String host;
    String reply;

    EventRow() {}

    EventRow(DeliveryEvent event) {
        this(event.id(), event.recipient(), event.step(), event.at());
        outcome = event.outcome().code();
        settled = event.outcome().isSettled();
        host = Text.fit(event.host(), 500);
        reply = Text.fit(event.reply(), 2000);
    }

    private EventRow(MailId id, String recipient, String step, Instant at) {
        this.mailId = id.value();
        this.recipient = Text.fitKey(recipient, ADDRESS);
        this.step = Text.fitKey(step, 100);
        this.at = utc(at);
    }

    static EventRow expanded(MailId id, String recipient, Instant at, Collection<String> into) {
        EventRow row = new EventRow(id, recipient, EXPANDED, at);
        row.outcome = EXPANDED;
        row.settled = false;
        row.host = "";
        row.reply = Text.fit(String.join(", ", into), 2000);
        return row;
    }

    @Override
    String table() {
        return "mail_event";
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "recipient", "step");
    }

    @Override
    List<String> key() {
        return List.of(mailId, recipient, step);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("recipient", recipient)
                .text("step", step)
                .time("at", at)
                .text("outcome", outcome)
                .flag("settled", settled)
                .text("host", host)
                .text("reply", reply);
    }
}
