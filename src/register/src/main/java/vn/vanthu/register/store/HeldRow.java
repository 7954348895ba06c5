package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;

@Entity
@Immutable
@Table(name = "held_mail")
@SuppressWarnings("NullAway.Init")
class HeldRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String purpose;
    String mailbox;

    @Column(name = "envelope_sender")
    String envelopeSender;

    /** One address a line. Not cut: nobody may drop out of an envelope. */
    @Column(length = 16_000_000)
    String recipients;

    String sha256;
    long size;
    String login;

    @Column(name = "client_address")
    String clientAddress;

    @Column(name = "received_sha256")
    String receivedSha256;

    @Column(name = "received_size")
    long receivedSize;

    @Column(name = "received_at")
    LocalDateTime receivedAt;

    String subject;
    String reason;

    @Column(name = "held_at")
    LocalDateTime heldAt;

    @Column(name = "keep_until")
    LocalDateTime keepUntil;

    HeldRow() {}

    HeldRow(HeldMail held) {
        mailId = held.mailId().value();
        purpose = held.purpose().code();
        mailbox = Text.fitKey(held.mailbox(), ADDRESS);
        envelopeSender = exact(held.envelope().sender());
        recipients = String.join("\n", held.envelope().recipients());
        sha256 = held.content().sha256();
        size = held.content().size();
        login = Text.fitKey(held.submission().login(), ADDRESS);
        clientAddress = Text.fit(held.submission().clientAddress(), 64);
        receivedSha256 = held.submission().received().sha256();
        receivedSize = held.submission().received().size();
        receivedAt = utc(held.submission().receivedAt());
        subject = Text.fit(held.subject(), 1000);
        reason = Text.fit(held.reason(), 1000);
        heldAt = utc(held.heldAt());
        keepUntil = utc(held.keepUntil());
    }

    private static String exact(String address) {
        if (address.length() > ADDRESS) {
            throw new IllegalArgumentException("an address of " + address.length() + " characters cannot be held");
        }
        return address;
    }

    HeldMail held() {
        return new HeldMail(
                new MailId(mailId),
                Purpose.ofCode(purpose),
                mailbox,
                new Envelope(envelopeSender, List.of(recipients.split("\n"))),
                new Fingerprint(sha256, size),
                new HeldMail.Submission(
                        login,
                        clientAddress,
                        new Fingerprint(receivedSha256, receivedSize),
                        receivedAt.toInstant(ZoneOffset.UTC)),
                subject,
                reason,
                heldAt.toInstant(ZoneOffset.UTC),
                keepUntil.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "held_mail";
    }

    @Override
    List<String> contentFields() {
        return List.of("subject");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "purpose");
    }

    @Override
    List<String> key() {
        return List.of(mailId, purpose);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("purpose", purpose)
                .text("mailbox", mailbox)
                .text("envelope_sender", envelopeSender)
                .text("recipients", recipients)
                .text("sha256", sha256)
                .number("size", size)
                .text("login", login)
                .text("client_address", clientAddress)
                .text("received_sha256", receivedSha256)
                .number("received_size", receivedSize)
                .time("received_at", receivedAt)
                .text("subject", subject)
                .text("reason", reason)
                .time("held_at", heldAt)
                .time("keep_until", keepUntil);
    }
}
