package vn.vanthu.benchmark.register;

import static vn.vanthu.benchmark.register.Filling.row;

import java.sql.SQLException;
import java.time.LocalDateTime;
import vn.vanthu.held.Purpose;

/** Mails that were held for approval, asked about, approved, sent and removed, each in its time. */
final class FilledApprovals {

    static final String TOPIC = "approval";
    static final int MAILS_AN_APPROVAL = 5;

    private static final String PURPOSE = Purpose.APPROVAL.code();
    private static final String DIRECTOR = "giamdoc@so.vn";
    private static final String NAME = "1";

    private final Filling filling;

    FilledApprovals(Filling filling) {
        this.filling = filling;
    }

    static String document(int mail) {
        return "document:" + mail;
    }

    void add(int mail, String mailId, LocalDateTime at) throws SQLException {
        String sha256 = "%064x".formatted(mail);
        filling.insert(
                "held_mail",
                row("mail_id", mailId, "purpose", PURPOSE, "mailbox", DIRECTOR, "envelope_sender", DIRECTOR)
                        .and("recipients", "x@y.vn", "sha256", sha256, "size", 40_000, "login", DIRECTOR)
                        .and("client_address", "192.0.2.1", "received_sha256", sha256, "received_size", 40_000)
                        .and("received_at", at, "subject", "", "reason", "", "held_at", at)
                        .and("keep_until", at.plusDays(37)));
        for (String step : new String[] {"decision", "carried-out", "bytes-removed", document(mail)}) {
            filling.insert(
                    "hold_event",
                    row("mail_id", mailId, "purpose", PURPOSE, "step", step, "outcome", "released")
                            .and("login", DIRECTOR, "text", "", "at", at));
        }
        filling.insert(
                "question",
                row("mail_id", mailId, "topic", TOPIC, "name", NAME, "key_hash", sha256, "about", sha256)
                        .and("requester", DIRECTOR, "asked", DIRECTOR, "asked_at", at)
                        .and("remind_at", at.plusHours(4), "expires_at", at.plusHours(24)));
        filling.insert(
                "question_event",
                row("mail_id", mailId, "topic", TOPIC, "name", NAME, "step", "closed", "outcome", "approved")
                        .and("login", DIRECTOR, "answer_mail_id", mailId, "text", "", "at", at));
        filling.insert(
                "mail_release",
                row("mail_id", mailId, "recipient", "x@y.vn", "sha256", sha256, "ground", TOPIC, "at", at));
    }
}
