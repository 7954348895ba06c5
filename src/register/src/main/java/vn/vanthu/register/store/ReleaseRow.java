package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.approval.Releases;
import vn.vanthu.message.MailId;

@Entity
@Immutable
@Table(name = "mail_release")
@SuppressWarnings("NullAway.Init")
class ReleaseRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String recipient;

    /** Of the bytes that may leave; empty for a notice of the gateway. */
    String sha256;

    String ground;
    LocalDateTime at;

    ReleaseRow() {}

    ReleaseRow(MailId mail, String recipient, String sha256, Releases.Ground ground, Instant at) {
        this.mailId = mail.value();
        this.recipient = Text.fitKey(recipient, ADDRESS);
        this.sha256 = sha256;
        this.ground = ground.code();
        this.at = utc(at);
    }

    @Override
    String table() {
        return "mail_release";
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "recipient", "sha256");
    }

    @Override
    List<String> key() {
        return List.of(mailId, recipient, sha256);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("recipient", recipient)
                .text("sha256", sha256)
                .text("ground", ground)
                .time("at", at);
    }
}
