package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.decision.Decision;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.Finding.Kind;

/** What an auditor is told when somebody with all rights alters the register, on each database. */
@SuppressWarnings("NullAway")
abstract class SealsContract {

    private static final int MAILS = 20;

    abstract RegisterSettings newSettings() throws Exception;

    static MailId id(int number) {
        return MailId.ofMailName("sealed-" + number);
    }

    /** Each mail has its own seal: mail 1 stands in seal 1. */
    static void fill(RegisterSettings settings) throws Exception {
        Clock clock = Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC);
        try (RegisterDatabase database = RegisterDatabase.open(settings, clock)) {
            database.sealNoLongerByItself();
            for (int i = 1; i <= MAILS; i++) {
                database.register().record(RegisterContract.mail(id(i), "Thư " + i, List.of("a@a.vn", "b@a.vn")));
                Decision decision = RegisterContract.deliver();
                database.register().decided(id(i), "Rule", decision);
                database.register()
                        .outcomes(List.of(DeliveryEvent.settled(
                                id(i), "a@a.vn", Outcome.RELAYED, RegisterContract.NOON, "mx", "250 ok")));
                database.books()
                        .register(
                                Book.INCOMING,
                                DocumentFields.none()
                                        .with(Field.SUBJECT, "Văn bản " + i)
                                        .with(Field.ISSUED_ON, "2026-11-20")
                                        .with(Field.PAGES, "3"),
                                new Source(RegisterContract.NOON, "vp@a.vn", id(i).value(), ""),
                                Act.by("vanthu@a.vn", "seal-" + i));
                database.seal();
            }
        }
    }

    static Verification verify(RegisterSettings settings, String head) throws Exception {
        return AuditAccess.verify(settings, head, rows -> {});
    }

    static void alter(RegisterSettings settings, String sql, Kind kind, String row) throws Exception {
        List<Finding> before = verify(settings, "").findings();
        for (String statement : sql.split(";")) {
            assertThat(TestDatabase.execute(settings, statement)).as(statement).isPositive();
        }
        List<Finding> after = new java.util.ArrayList<>(verify(settings, "").findings());
        after.removeAll(before);
        assertThat(after).as(sql).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.row()).contains(row);
        });
    }

    @Test
    void anUnalteredRegisterIsIntactAndItsOldHeadsAreInTheChain() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        Verification first = verify(settings, "");
        assertThat(first.findings()).isEmpty();
        assertThat(first.unsealed()).isZero();
        assertThat(first.rows()).isEqualTo(MAILS * 6 + 1);
        assertThat(first.headKnown()).isFalse();
        fillMore(settings);
        Verification later = verify(settings, String.valueOf(first.head().hash()));
        assertThat(later.isIntact()).isTrue();
        assertThat(later.headKnown()).isTrue();
    }

    private static void fillMore(RegisterSettings settings) throws Exception {
        try (RegisterDatabase database =
                RegisterDatabase.open(settings, Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC))) {
            database.register().record(RegisterContract.mail(id(99), "x\u0000\uD800", List.of("á@a.vn ")));
            database.seal();
        }
    }

    @Test
    void aCopyProvesItselfWithoutTheRegisterItCameFrom(@TempDir Path folder) throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        Verification original = verify(settings, "");
        try (RegisterDatabase database =
                RegisterDatabase.open(settings, Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC))) {
            database.copyInto(folder);
        }
        RegisterSettings copy = RegisterSettings.embedded(folder);
        Verification verified = verify(copy, original.head().hash());
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.headKnown()).isTrue();
        assertThat(verified.rows()).isEqualTo(original.rows());
        assertThat(TestDatabase.rows(copy, "SELECT * FROM so_van_ban_den ORDER BY so_thu_tu"))
                .isEqualTo(TestDatabase.rows(settings, "SELECT * FROM so_van_ban_den ORDER BY so_thu_tu"));
    }

    @Test
    void everyManipulationIsFound() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        alter(
                settings,
                "UPDATE mail SET subject = 'khác' WHERE mail_id = '" + id(1) + "'",
                Kind.CHANGED,
                id(1).value());
        alter(settings, "DELETE FROM mail WHERE mail_id = '" + id(2) + "'", Kind.DELETED, "");
        alter(
                settings,
                "UPDATE mail_event SET outcome = 'bounced' WHERE mail_id = '" + id(3) + "'",
                Kind.CHANGED,
                id(3).value());
        alter(
                settings,
                "DELETE FROM mail_recipient WHERE mail_id = '" + id(4) + "' AND recipient = 'b@a.vn'",
                Kind.DELETED,
                "");
        alter(
                settings,
                "UPDATE mail_decision SET verdict = 'hold' WHERE mail_id = '" + id(5) + "'",
                Kind.CHANGED,
                id(5).value());
        alter(settings, "UPDATE book_entry SET pages = 4 WHERE act_key = 'seal-6'", Kind.CHANGED, "seal-6");
        alter(settings, "DELETE FROM book_entry WHERE act_key = 'seal-7'", Kind.DELETED, "");
        alter(settings, inserted(8), Kind.INSERTED, "Forged");
        alter(
                settings,
                "UPDATE mail SET received_at = TIMESTAMP '2026-11-23 05:00:01' WHERE mail_id = '" + id(9) + "'",
                Kind.CHANGED,
                id(9).value());
        alter(
                settings,
                "UPDATE mail SET id = -1 WHERE mail_id = '" + id(10) + "';UPDATE mail SET id = (SELECT MIN(row_id)"
                        + " FROM seal_leaf WHERE seal_number = 10 AND"
                        + " table_code = 2) + 900000 WHERE id = -1",
                Kind.DELETED,
                "");
        alter(
                settings,
                "UPDATE seal_leaf SET position = 99 WHERE seal_number = 11 AND position = 0;"
                        + "UPDATE seal_leaf SET position = 0 WHERE seal_number = 11 AND position = 1;"
                        + "UPDATE seal_leaf SET position = 1 WHERE seal_number = 11 AND position = 99",
                Kind.SEAL_BROKEN,
                "11");
        alter(settings, "DELETE FROM seal WHERE seal_number = 12", Kind.SEAL_BROKEN, "13");
        alter(
                settings,
                "UPDATE seal SET at = TIMESTAMP '2026-11-23 09:00:00' WHERE seal_number = 14",
                Kind.SEAL_BROKEN,
                "14");
        alter(
                settings,
                "DELETE FROM seal_leaf WHERE row_id = (SELECT id FROM mail WHERE mail_id = '" + id(15) + "');"
                        + "DELETE FROM mail WHERE mail_id = '" + id(15) + "'",
                Kind.SEAL_BROKEN,
                "15");
        alter(
                settings,
                "UPDATE book_entry SET issued_on = DATE '2026-11-21' WHERE act_key = 'seal-16'",
                Kind.CHANGED,
                "seal-16");
        alter(settings, rewritten(17), Kind.CHANGED, id(17).value());
    }

    private static String inserted(int mail) {
        return "INSERT INTO mail_decision (id, mail_id, at, rule, rule_version, verdict, reason, clause, detail, salt,"
                + " hash) SELECT id + 500000, mail_id, at, 'Forged', rule_version, verdict, reason, clause, detail,"
                + " salt, hash FROM mail_decision WHERE mail_id = '" + id(mail) + "'";
    }

    /** A recipient is replaced by somebody who knows how a row's hash is made. */
    private static String rewritten(int mail) {
        RecipientRow forged = new RecipientRow(id(mail), Instant.EPOCH, "z@a.vn", "");
        forged.seal();
        return "UPDATE mail_recipient SET recipient = 'z@a.vn', salt = X'"
                + HexFormat.of().formatHex(forged.salt)
                + "', hash = X'" + HexFormat.of().formatHex(forged.hash) + "' WHERE mail_id = '" + id(mail)
                + "' AND recipient = 'b@a.vn'";
    }

    @Test
    void whatWasErasedByLawIsToldAndEverythingElseIsStillProven() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        Act act = new Act("chanhvanphong@a.vn", "root", "Bí mật nhà nước gửi nhầm", "erase-3");
        Clock clock = Clock.fixed(RegisterContract.NOON, ZoneOffset.UTC);
        try (RegisterDatabase database = RegisterDatabase.open(settings, clock)) {
            assertThat(database.erasure().erase(id(3), act)).isEqualTo(2);
            assertThat(database.erasure().erase(id(3), act)).isZero();
        }
        for (String column : List.of("subject", "search_text", "message_id")) {
            assertThat(TestDatabase.rows(settings, "SELECT " + column + " FROM mail WHERE mail_id = '" + id(3) + "'"))
                    .as(column)
                    .noneMatch(row ->
                            row.toString().contains("Thư 3") || row.toString().contains("thu 3"));
        }
        assertThat(TestDatabase.rows(settings, "SELECT viec, nguoi, doi_tuong FROM nhat_ky_quan_tri"))
                .singleElement()
                .asString()
                .contains("content-erased", "chanhvanphong@a.vn", id(3).value());
        Verification after = verify(settings, "");
        assertThat(after.findings()).isEmpty();
        assertThat(after.erased())
                .extracting(Erased::table, Erased::systemUser)
                .containsExactlyInAnyOrder(tuple("mail", "root"), tuple("book_entry", "root"));

        alter(settings, "UPDATE mail SET subject = 'bịa' WHERE mail_id = '" + id(3) + "'", Kind.CHANGED, "");
        alter(settings, "UPDATE book_entry SET code = '9/X' WHERE mail_id = '" + id(3) + "'", Kind.CHANGED, "");
    }

    @Test
    void aTailThatWasCutOffIsFoundByAKnownHead() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        String head = verify(settings, "").head().hash();
        for (String table : List.of("mail", "mail_recipient", "mail_event", "mail_decision", "book_entry")) {
            TestDatabase.execute(
                    settings,
                    "DELETE FROM " + table + " WHERE id IN (SELECT row_id FROM seal_leaf WHERE seal_number = 20)");
        }
        TestDatabase.execute(settings, "DELETE FROM seal_leaf WHERE seal_number = 20");
        TestDatabase.execute(settings, "DELETE FROM seal WHERE seal_number = 20");
        assertThat(verify(settings, "").isIntact()).isTrue();
        assertThat(verify(settings, head).findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.TRUNCATED);
    }
}
