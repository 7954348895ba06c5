package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.message.MailId;
import vn.vanthu.quarantine.QuarantinedMail;

/** A mail that a mailbox did not get; sender and subject stand in the mail's own row. */
@Entity
@Immutable
@Table(name = "quarantined_mail")
@SuppressWarnings("NullAway.Init")
class QuarantineRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String mailbox;

    /** Hundredths. */
    long points;

    String reason;
    String why;

    @Column(name = "held_at")
    LocalDateTime heldAt;

    @Column(name = "keep_until")
    LocalDateTime keepUntil;

    QuarantineRow() {}

    QuarantineRow(QuarantinedMail mail) {
        mailId = mail.mailId().value();
        mailbox = Text.fitKey(mail.mailbox(), ADDRESS);
        points = Math.round(mail.points() * 100);
        reason = Text.fitKey(mail.reason(), 64);
        why = Text.fit(mail.why(), 1000);
        heldAt = utc(mail.heldAt());
        keepUntil = utc(mail.keepUntil());
    }

    QuarantinedMail mail(String sender, String subject) {
        return new QuarantinedMail(
                new MailId(mailId),
                mailbox,
                sender,
                subject,
                points / 100.0,
                reason,
                why,
                heldAt.toInstant(ZoneOffset.UTC),
                keepUntil.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "quarantined_mail";
    }

    @Override
    List<String> contentFields() {
        return List.of("why");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "mailbox");
    }

    @Override
    List<String> key() {
        return List.of(mailId, mailbox);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("mailbox", mailbox)
                .number("points", points)
                .text("reason", reason)
                .text("why", why)
                .time("held_at", heldAt)
                .time("keep_until", keepUntil);
    }
}
