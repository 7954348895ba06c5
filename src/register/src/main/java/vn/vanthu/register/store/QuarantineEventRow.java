package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.message.MailId;
import vn.vanthu.quarantine.QuarantinedMail;
import vn.vanthu.quarantine.QuarantinedMails.Handled;

/** What happened to a mail in the quarantine; each step once. Which digest lists it is a step too, with its place. */
@Entity
@Immutable
@Table(name = "quarantine_event")
@SuppressWarnings("NullAway.Init")
class QuarantineEventRow extends LogRow {

    private static final String LISTED = "listed-";

    @Column(name = "mail_id")
    String mailId;

    String mailbox;
    String step;
    String login;
    long place;
    LocalDateTime at;

    QuarantineEventRow() {}

    QuarantineEventRow(QuarantinedMail mail, String step, String login, Instant at) {
        this.mailId = mail.mailId().value();
        this.mailbox = Text.fitKey(mail.mailbox(), ADDRESS);
        this.step = Text.fitKey(step, 100);
        this.login = Text.fitKey(login, ADDRESS);
        this.at = utc(at);
    }

    /** Its login is the reader whose digest it is. */
    static QuarantineEventRow listed(MailId digest, String reader, QuarantinedMail mail, int place, Instant at) {
        QuarantineEventRow row = new QuarantineEventRow(mail, listed(digest), reader, at);
        row.place = place;
        return row;
    }

    static String listed(MailId digest) {
        return LISTED + digest;
    }

    Handled of(QuarantinedMail mail) {
        return new Handled(mail, login, at.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "quarantine_event";
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "mailbox", "step");
    }

    @Override
    List<String> key() {
        return List.of(mailId, mailbox, step);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("mailbox", mailbox)
                .text("step", step)
                .text("login", login)
                .number("place", place)
                .time("at", at);
    }
}
