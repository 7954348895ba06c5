package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.message.MailId;

@Entity
@Immutable
@Table(name = "mail_recipient")
@SuppressWarnings("NullAway.Init")
class RecipientRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String recipient;
    String origin;

    /** When the mail came, as {@code mail} has it: only for the index, no part of the hash. */
    @Column(name = "received_local")
    LocalDateTime receivedLocal;

    RecipientRow() {}

    /** A recipient; {@code origin} is the one that it replaced, empty when it stood in the envelope. */
    RecipientRow(MailId id, Instant receivedAt, String recipient, String origin) {
        this.receivedLocal = utc(receivedAt).plusHours(7);
        this.mailId = id.value();
        this.recipient = Text.fitKey(recipient, ADDRESS);
        this.origin = Text.fitKey(origin, ADDRESS);
    }

    @Override
    String table() {
        return "mail_recipient";
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "recipient");
    }

    @Override
    List<String> key() {
        return List.of(mailId, recipient);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId).text("recipient", recipient).text("origin", origin);
    }
}
