package vn.vanthu.benchmark.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vanthu.message.MailId;
import vn.vanthu.register.store.SearchText;

/**
 * Fills an empty register with the mails and books of many years, straight into the tables: only for questions, since the
 * rows carry no true hashes. A larger register is one of more years.
 */
final class Filling {

    static final int MAILS_A_YEAR = 200_000;
    static final int MAILS_A_DOCUMENT = 10;
    static final int DOCUMENTS_A_YEAR = MAILS_A_YEAR / MAILS_A_DOCUMENT;
    static final int LAST_YEAR = 2026;
    static final int SENDERS = 5000;
    static final int STAFF = 200;

    private static final int SECONDS_BETWEEN = 365 * 86_400 / MAILS_A_YEAR;
    private static final int BATCH = 5000;
    private static final byte[] SALT = new byte[16];
    private static final byte[] HASH = new byte[32];
    private static final List<String> TOPICS = List.of(
            "báo cáo công tác tháng",
            "mời họp giao ban",
            "góp ý dự thảo quy chế",
            "cấp hộ chiếu công vụ",
            "đoàn ra nước ngoài",
            "tiếp khách quốc tế",
            "kế hoạch cải cách hành chính",
            "tuyển dụng viên chức",
            "kinh phí thực hiện đề án");

    private final Connection admin;
    private final int mails;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private final FilledApprovals approvals = new FilledApprovals(this);
    private long id = 1;

    Filling(Connection admin, int mails) {
        this.admin = admin;
        this.mails = mails;
    }

    static MailId mailId(int mail) {
        return MailId.ofMailName("filled-" + mail);
    }

    static int years(int mails) {
        return (mails + MAILS_A_YEAR - 1) / MAILS_A_YEAR;
    }

    /** When a mail came: the newest mails are of {@link #LAST_YEAR}. */
    static LocalDateTime receivedAt(int mail, int mails) {
        return LocalDate.of(LAST_YEAR - years(mails) + 1 + mail / MAILS_A_YEAR, 1, 1)
                .atStartOfDay()
                .plusSeconds((long) (mail % MAILS_A_YEAR) * SECONDS_BETWEEN);
    }

    void run() throws SQLException {
        admin.setAutoCommit(false);
        for (int mail = 0; mail < mails; mail++) {
            add(mail);
            if (mail % BATCH == BATCH - 1 || mail == mails - 1) {
                for (PreparedStatement insert : inserts.values()) {
                    insert.executeBatch();
                }
                admin.commit();
            }
        }
        try (Statement sql = admin.createStatement()) {
            boolean h2 = admin.getMetaData().getDatabaseProductName().equals("H2");
            sql.execute(h2 ? "ANALYZE" : "ANALYZE TABLE " + String.join(", ", inserts.keySet()));
        }
        admin.commit();
    }

    private void add(int mail) throws SQLException {
        String mailId = mailId(mail).value();
        LocalDateTime at = receivedAt(mail, mails);
        String sender = "nguoi" + mail % SENDERS + "@x.vn";
        String subject = "V/v " + TOPICS.get(mail % TOPICS.size()) + ", hồ sơ " + mail;
        String recipient = "canbo" + mail % STAFF + "@so.vn";
        boolean rare = mail % 1000 == 0;
        insert(
                "mail",
                row(
                        "mail_id",
                        mailId,
                        "received_at",
                        at,
                        "direction",
                        "den",
                        "login",
                        "",
                        "client_address",
                        "192.0.2.1",
                        "envelope_sender",
                        sender,
                        "sender",
                        "Người thứ " + mail % SENDERS,
                        "sender_address",
                        sender,
                        "recipients",
                        recipient,
                        "subject",
                        subject,
                        "message_id",
                        "<" + mailId + "@x.vn>",
                        "size",
                        40_000,
                        "sha256",
                        "ab".repeat(32),
                        "search_text",
                        SearchText.plain(subject + " người thứ " + mail)));
        insert(
                "mail_recipient",
                row("mail_id", mailId, "recipient", recipient, "origin", "", "received_local", at.plusHours(7)));
        insert(
                "mail_event",
                row(
                        "mail_id",
                        mailId,
                        "recipient",
                        recipient,
                        "step",
                        "delivered",
                        "at",
                        at,
                        "outcome",
                        rare ? "bounced" : "delivered",
                        "settled",
                        true,
                        "host",
                        "",
                        "reply",
                        ""));
        insert(
                "mail_decision",
                row(
                        "mail_id",
                        mailId,
                        "at",
                        at,
                        "rule",
                        "ScoreSpam",
                        "rule_version",
                        "v",
                        "verdict",
                        rare ? "hold" : "deliver",
                        "reason",
                        "not-spam",
                        "clause",
                        "Điều 8",
                        "detail",
                        ""));
        if (mail % MAILS_A_DOCUMENT == 0) {
            enter(mail, mailId, at, subject);
        }
        if (mail % FilledApprovals.MAILS_AN_APPROVAL == 0) {
            approvals.add(mail, mailId, at);
        }
    }

    private void enter(int mail, String mailId, LocalDateTime at, String subject) throws SQLException {
        int document = mail / MAILS_A_DOCUMENT;
        String code = document % DOCUMENTS_A_YEAR + "/UBND-VX";
        insert(
                "book_entry",
                row(
                        "book",
                        "den",
                        "book_year",
                        at.getYear(),
                        "entry_number",
                        document % DOCUMENTS_A_YEAR + 1,
                        "version",
                        1,
                        "action",
                        "register",
                        "state",
                        "registered",
                        "at",
                        at,
                        "entered_at",
                        at,
                        "arrived_on",
                        at.toLocalDate(),
                        "login",
                        "vanthu@so.vn",
                        "system_account",
                        "",
                        "reason",
                        "",
                        "act_key",
                        mailId,
                        "old_value",
                        "",
                        "new_value",
                        "subject: " + subject,
                        "mailbox",
                        "vp@so.vn",
                        "mail_id",
                        mailId,
                        "content_sha256",
                        mailId,
                        "document_type",
                        "Công văn",
                        "subject",
                        subject,
                        "code",
                        code,
                        "issued_on",
                        at.toLocalDate(),
                        "issuer",
                        "UBND tỉnh",
                        "signer",
                        "",
                        "signer_position",
                        "",
                        "capacity",
                        "",
                        "to_places",
                        "",
                        "file_copy_holder",
                        "",
                        "receipt",
                        "",
                        "note",
                        "",
                        "urgency",
                        "",
                        "language",
                        "",
                        "file_code",
                        "",
                        "approver",
                        "",
                        "same_key",
                        code + " " + mail,
                        "search_text",
                        SearchText.plain("công văn " + subject + " " + code + " ubnd tỉnh")));
    }

    /** Names of columns and their values. */
    static final class Row extends LinkedHashMap<String, Object> {

        Row and(Object... namesAndValues) {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return this;
        }
    }

    static Row row(Object... namesAndValues) {
        return new Row().and(namesAndValues);
    }

    void insert(String table, Row row) throws SQLException {
        row.put("id", id++);
        row.put("salt", SALT);
        row.put("hash", HASH);
        PreparedStatement insert = inserts.get(table);
        if (insert == null) {
            List<String> marks = Collections.nCopies(row.size(), "?");
            insert = admin.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", row.keySet())
                    + ") VALUES (" + String.join(", ", marks) + ")");
            inserts.put(table, insert);
        }
        int column = 0;
        for (Object value : new ArrayList<>(row.values())) {
            insert.setObject(++column, value);
        }
        insert.addBatch();
    }
}
