package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.store.Finding.Kind;

/** What is found when the one who alters the register knows how its rows, leaves and erasures are made. */
@SuppressWarnings("NullAway")
abstract class ForgeriesContract extends SealsContract {

    private static final Act ERASURE = new Act("chanhvanphong@a.vn", "root", "Bí mật", "forged");

    /** Makes {@code mail_event.settled} take a null. */
    abstract String settledMayBeNull();

    /** A time that the database takes, but this program can neither write nor read. */
    abstract String impossibleTime();

    /** Begins a statement that writes it. */
    abstract String withoutChecks();

    private static DecisionRow insertDecision(RegisterSettings settings, int number) throws Exception {
        DecisionRow row = new DecisionRow(
                id(number), RegisterContract.NOON, "Forged-" + number, "v1", RegisterContract.deliver());
        try (Connection admin = TestDatabase.asAdmin(settings)) {
            RowInsert.insert(admin, row);
        }
        return row;
    }

    private static String hex(byte[] bytes) {
        return "X'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private static String leaf(DecisionRow row, long seal) {
        byte[] leaf = Merkle.leaf(LogTable.MAIL_DECISION, row.id, row.hash);
        return "INSERT INTO seal_leaf (row_id, seal_number, position, table_code, leaf) VALUES (" + row.id + ", " + seal
                + ", 0, 5, " + hex(leaf) + ")";
    }

    private static List<String> told(RegisterSettings settings) throws Exception {
        return verify(settings, "").findings().stream().map(Finding::toString).toList();
    }

    @Test
    void insertedRowsAreFoundWhateverLeafTheyHave() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        int number = 1;
        for (long seal : List.of(999_999L, 0L, -1L)) {
            DecisionRow row = insertDecision(settings, number++);
            alter(settings, leaf(row, seal), Kind.SEAL_BROKEN, String.valueOf(seal));
            assertThat(told(settings)).anyMatch(finding -> finding.contains(row.rule));
        }
        DecisionRow row = insertDecision(settings, 4);
        alter(settings, leaf(row, 4).replace(", 0, 5,", ", 99, 5,"), Kind.SEAL_BROKEN, "4");
        insertDecision(settings, 5);
        alter(
                settings,
                "UPDATE mail_decision SET id = (SELECT id FROM mail WHERE mail_id = '" + id(5)
                        + "') WHERE rule = 'Forged-5'",
                Kind.INSERTED,
                "Forged-5");
        insertDecision(settings, 6);
        alter(settings, "UPDATE mail_decision SET id = -6 WHERE rule = 'Forged-6'", Kind.INSERTED, "Forged-6");
        alter(
                settings,
                "INSERT INTO seal (seal_number, at, leaves, merkle_root, previous, head) SELECT 0, at, leaves,"
                        + " merkle_root, previous, head FROM seal WHERE seal_number = 1",
                Kind.SEAL_BROKEN,
                "0");
    }

    @Test
    void aForgedRowWithAnotherRowsIdDoesNotStopTheSealing() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        try (RegisterDatabase database =
                RegisterDatabase.open(settings, Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC))) {
            database.sealNoLongerByItself();
            database.register().record(RegisterContract.mail(id(50), "Mới", List.of()));
            insertDecision(settings, 50);
            TestDatabase.execute(
                    settings,
                    "UPDATE mail_decision SET id = (SELECT id FROM mail WHERE mail_id = '" + id(50)
                            + "') WHERE rule = 'Forged-50'");
            database.seal();
            database.register().record(RegisterContract.mail(id(51), "Sau", List.of()));
            database.seal();
        }
        assertThat(verify(settings, "").findings()).singleElement().satisfies(finding -> assertThat(finding.kind())
                .isEqualTo(Kind.INSERTED));
    }

    @Test
    void aLeafThatNamesAnotherTableIsABrokenSealThatNamesTheRow() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        for (int code : List.of(99, 3)) {
            int mail = code % 10;
            alter(
                    settings,
                    "UPDATE seal_leaf SET table_code = " + code + " WHERE row_id = (SELECT id FROM mail WHERE mail_id"
                            + " = '" + id(mail) + "')",
                    Kind.SEAL_BROKEN,
                    String.valueOf(mail));
            assertThat(told(settings)).anyMatch(finding -> finding.contains("mail " + id(mail)));
        }
        assertThat(verify(settings, "").findings()).hasSize(2);
        alter(
                settings,
                "UPDATE seal_leaf SET table_code = 99 WHERE row_id = (SELECT id FROM mail WHERE mail_id = '" + id(5)
                        + "');DELETE FROM mail WHERE mail_id = '" + id(5) + "'",
                Kind.SEAL_BROKEN,
                "5");
    }

    @Test
    void whatCannotBeReadIsAFindingAndHidesNoOther() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        alter(
                settings,
                withoutChecks() + "UPDATE mail SET received_at = " + impossibleTime() + " WHERE mail_id = '" + id(1)
                        + "'",
                Kind.CHANGED,
                "");
        TestDatabase.execute(settings, settledMayBeNull());
        alter(settings, "UPDATE mail_event SET settled = NULL WHERE mail_id = '" + id(2) + "'", Kind.CHANGED, "");
        alter(
                settings,
                "UPDATE mail SET salt = X'00', hash = X'00' WHERE mail_id = '" + id(3) + "'",
                Kind.CHANGED,
                id(3).value());
        alter(
                settings,
                withoutChecks() + "UPDATE seal SET at = " + impossibleTime() + " WHERE seal_number = 20",
                Kind.SEAL_BROKEN,
                "20");
        alter(settings, "DELETE FROM mail WHERE mail_id = '" + id(19) + "'", Kind.DELETED, "");
        assertThatCode(() -> AuditAccess.sealHead(settings)).doesNotThrowAnyException();
    }

    private static void alterColumn(RegisterSettings settings, String table, String column, String sql, String row)
            throws Exception {
        alter(settings, "UPDATE " + table + " SET " + column + " = " + sql, Kind.CHANGED, row);
        assertThat(told(settings))
                .as(column)
                .anyMatch(finding -> finding.contains(table + " ") && finding.contains("the column " + column));
    }

    @Test
    void columnsThatRowsAreLookedForByAreComparedWithTheContent() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        addOddMails(settings);
        assertThat(verify(settings, "").findings()).isEmpty();
        alterColumn(settings, "mail", "sender_address", "'x@a.vn' WHERE mail_id = '" + id(1) + "'", id(1).value());
        alterColumn(settings, "mail", "search_text", "'' WHERE mail_id = '" + id(2) + "'", id(2).value());
        alterColumn(
                settings,
                "mail_recipient",
                "received_local",
                "TIMESTAMP '1999-01-01 00:00:00' WHERE mail_id = '" + id(3) + "' AND recipient = 'a@a.vn'",
                id(3).value());
        alterColumn(settings, "book_entry", "same_key", "'x' WHERE act_key = 'seal-4'", "seal-4");
        alterColumn(settings, "book_entry", "search_text", "'x' WHERE act_key = 'seal-5'", "seal-5");
        alterColumn(settings, "mail", "search_text", "'ba\u0301o' WHERE mail_id = '" + id(6) + "'", id(6).value());
    }

    private static void addOddMails(RegisterSettings settings) throws Exception {
        List<String> senders = List.of(
                "",
                "x".repeat(400) + "@a.vn",
                "\"" + "y".repeat(1200) + "\" <a@a.vn>",
                "\u0000ÀÉ\uD800 < Á@A.vn >",
                "\u0000" + "z".repeat(400),
                "ສະບາຍດີ 😀 ĐÔNG <İ@a.vn>");
        try (RegisterDatabase database =
                RegisterDatabase.open(settings, Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC))) {
            for (int i = 0; i < senders.size(); i++) {
                database.register().record(withSender(id(100 + i), senders.get(i)));
                database.register().expanded(id(100 + i), "ds@a.vn", List.of("b@a.vn"));
            }
            database.seal();
        }
    }

    private static MailRecord withSender(MailId id, String from) {
        return new MailRecord(
                id,
                RegisterContract.NOON.minusNanos(999),
                Direction.INCOMING,
                "",
                "192.0.2.1",
                "",
                List.of("ds@a.vn"),
                from,
                "ກ່ຽວກັບ báo cáo \u0000\uD800 đ",
                "",
                1,
                "");
    }

    /** As {@link Eraser} does it, but for any field and without the act of administration. */
    private static String forgedErasure(RegisterSettings settings, LogTable table, MailId mail, String field)
            throws Exception {
        try (Connection admin = TestDatabase.asAdmin(settings);
                SessionFactory sessions = Sessions.factory(admin);
                StatelessSession session = sessions.openStatelessSession()) {
            LogRow row = session.createSelectionQuery(
                            "from " + table.entity().getSimpleName() + " r where r.mailId = :mail", table.entity())
                    .setParameter("mail", mail.value())
                    .setMaxResults(1)
                    .getSingleResult();
            List<String> fields = List.of(field);
            RowInsert.insert(
                    admin,
                    new ErasureRow(RegisterContract.NOON, row, fields, row.proofsWithout(fields, Map.of()), ERASURE));
            return "UPDATE " + row.table() + " SET " + field + " = '[da xoa]' WHERE id = " + row.id;
        }
    }

    private static void insertAct(RegisterSettings settings, MailId mail, String detail) throws Exception {
        try (Connection admin = TestDatabase.asAdmin(settings)) {
            Instant now = RegisterContract.NOON;
            AdminAct act = new AdminAct(
                    now,
                    ERASURE.login(),
                    ERASURE.systemUser(),
                    AdminAct.Action.CONTENT_ERASED,
                    mail.value(),
                    detail,
                    "erase:" + mail);
            RowInsert.insert(admin, new AdminActRow(act));
        }
    }

    @Test
    void whatOnlyLooksErasedByLawIsFound() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        insertAct(settings, id(1), "Bí mật (mail: sender)");
        alter(settings, forgedErasure(settings, LogTable.MAIL, id(1), "sender"), Kind.CHANGED, id(1).value());
        alter(settings, forgedErasure(settings, LogTable.MAIL_DECISION, id(2), "detail"), Kind.CHANGED, id(2).value());
        insertAct(settings, id(3), "Bí mật (mail: subject)");
        alter(settings, forgedErasure(settings, LogTable.MAIL_DECISION, id(3), "detail"), Kind.CHANGED, id(3).value());
        assertThat(verify(settings, "").erased()).isEmpty();
    }

    @Test
    void aNumberThatWasTakenAwayAtTheEndIsAGap() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        TestDatabase.execute(settings, "DELETE FROM book_entry WHERE act_key IN ('seal-19', 'seal-20')");
        TestDatabase.execute(
                settings,
                "INSERT INTO book_counter (book, book_year, last_number, last_at, closed) SELECT 'di', book_year, 2,"
                        + " last_at, closed FROM book_counter");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            audit.gaps(Format.JSON.writer(out));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("missing")))
                .satisfiesExactly(
                        incoming -> assertThat(incoming).contains("\"den\"", "\"so_thu_tu\":19", "19 - 20"),
                        outgoing -> assertThat(outgoing).contains("\"di\"", "\"so_thu_tu\":1", "1 - 2"));
    }
}
