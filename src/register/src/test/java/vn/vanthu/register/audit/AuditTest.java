package vn.vanthu.register.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.decision.Reason;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.message.MailId;
import vn.vanthu.quarantine.QuarantinedMail;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** What {@code ./vanthu audit mail} and {@code trail} print, on both databases. */
@SuppressWarnings("NullAway")
class AuditTest {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    static Path data = Path.of("");

    private static MariaDbServer server;
    private static RegisterSettings mariaDb;

    @BeforeAll
    static void write() throws Exception {
        server = MariaDbServer.start();
        mariaDb = server.newDatabase(data);
        for (String name : List.of("h2", "mariadb")) {
            try (RegisterDatabase database = RegisterDatabase.open(settings(name), Clock.systemUTC())) {
                fill(database.register());
                goOn(database);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static RegisterSettings settings(String database) {
        return "h2".equals(database) ? RegisterSettings.embedded(data) : mariaDb;
    }

    private static void fill(Register register) throws Exception {
        for (int i = 0; i < 5; i++) {
            MailId id = MailId.ofMailName("mail-" + i);
            register.record(new MailRecord(
                    id,
                    START.plusSeconds(3600L * i),
                    i % 2 == 0 ? Direction.INCOMING : Direction.OUTGOING,
                    i % 2 == 0 ? "" : "cv1@so.vn",
                    "192.0.2." + i,
                    "bounce" + i + "@x.vn",
                    List.of("nguoi" + i + "@so.vn", "vp@so.vn"),
                    "Sở Nội vụ <Nguoi.Gui" + i + "@x.vn>",
                    List.of("Báo cáo quý", "100% \u001B[31mđỏ", "=HYPERLINK(\"http://x\")", "Giấy mời", "\"a\", b")
                            .get(i),
                    "<" + i + "@x.vn>",
                    100 + i,
                    "00".repeat(32)));
            Reason reason = Reason.of("some-reason", "Điều 7", "…");
            register.decided(id, "Rule", i == 3 ? Decision.hold(reason) : Decision.deliver(reason));
            register.outcomes(List.of(DeliveryEvent.settled(
                    id, "vp@so.vn", Outcome.DELIVERED, START.plusSeconds(3600L * i + 1), "", "")));
        }
        register.outcomes(List.of(DeliveryEvent.settled(
                MailId.ofMailName("mail-0"), "nguoi0@so.vn", Outcome.DELIVERED, START.plusSeconds(9), "", "")));
    }

    /** Mail 1 is approved, entered, filed, given out of a quarantine and erased. */
    private static void goOn(RegisterDatabase database) throws Exception {
        MailId id = MailId.ofMailName("mail-1");
        Instant later = START.plusSeconds(8 * 3600);
        Question question = database.questions("secret")
                .ask(new Question("approval", id, "1", "", "cv1@so.vn", List.of("gd@so.vn"), later, later, later));
        database.questions("secret").close(question, new Answered("approved", "gd@so.vn", "", "Đồng ý", later));
        BookNumber number = database.books()
                .register(
                        Book.INCOMING,
                        DocumentFields.none().with(Field.CODE, "7/CV"),
                        new Source(later, "vp@so.vn", id.value(), ""),
                        Act.by("vanthu@so.vn", "trail"))
                .entry()
                .number();
        database.filings()
                .filed(List.of(new FiledContent(
                        number, id.value(), FiledContent.Kind.MESSAGE, "2026/1.eml", "1.eml", 1, "00".repeat(32))));
        QuarantinedMail kept = new QuarantinedMail(id, "vp@so.vn", "", "", 9, "spam", "", later, later);
        database.quarantinedMails().add(List.of(kept));
        database.quarantinedMails().note(kept, "released", "vanthu@so.vn", later);
        database.register()
                .administered(new AdminAct(
                        later, "cvp@so.vn", "root", AdminAct.Action.CONTENT_ERASED, id.value(), "Bí mật", "erase:1"));
    }

    private static String mail(String database, MailFilter filter, Format format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings(database))) {
            audit.mail(filter, format.writer(out));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> found(String database, MailFilter filter) throws Exception {
        return mail(database, filter, Format.JSON)
                .lines()
                .map(line -> line.replaceAll(".*\"message_id\":\"<(.)@.*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void filtersFindWhatTheySay(String db) throws Exception {
        MailFilter all = MailFilter.newest(10);
        assertThat(found(db, all)).containsExactly("4", "3", "2", "1", "0");
        assertThat(found(db, MailFilter.newest(2))).containsExactly("4", "3");
        assertThat(found(db, all.from("nguoi.gui2@X.vn"))).containsExactly("2");
        assertThat(found(db, all.from("bounce2@x.vn"))).containsExactly("2");
        assertThat(found(db, all.to("Nguoi3@so.vn"))).containsExactly("3");
        assertThat(found(db, all.containing("bao cao"))).containsExactly("0");
        assertThat(found(db, all.containing("GIẤY"))).containsExactly("3");
        assertThat(found(db, all.containing("100%"))).containsExactly("1");
        assertThat(found(db, all.since(START.plusSeconds(3 * 3600)))).containsExactly("4", "3");
        assertThat(found(db, all.until(START.plusSeconds(3600)))).containsExactly("0");
        assertThat(found(db, all.login("cv1@so.vn"))).containsExactly("3", "1");
        assertThat(found(db, all.direction(Direction.OUTGOING))).containsExactly("3", "1");
        assertThat(found(db, all.decision(Verdict.HOLD))).containsExactly("3");
        assertThat(found(db, all.outcome("delivered"))).containsExactly("0");
        assertThat(found(db, all.outcome("mixed").direction(Direction.INCOMING)))
                .containsExactly("4", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void jsonHasTheColumnsOfTheViewAndLocalTimes(String db) throws Exception {
        assertThat(mail(db, MailFilter.newest(1).containing("bao cao"), Format.JSON))
                .isEqualTo("{\"ma_thu\":\"" + MailId.ofMailName("mail-0")
                        + "\",\"nhan_luc\":\"2026-11-23T08:00:00+07:00\",\"chieu\":\"den\",\"tai_khoan\":\"\","
                        + "\"dia_chi_ip\":\"192.0.2.0\",\"nguoi_gui_phong_bi\":\"bounce0@x.vn\","
                        + "\"nguoi_gui\":\"Sở Nội vụ <Nguoi.Gui0@x.vn>\","
                        + "\"nguoi_nhan\":\"nguoi0@so.vn, vp@so.vn\",\"chu_de\":\"Báo cáo quý\","
                        + "\"message_id\":\"<0@x.vn>\",\"kich_thuoc\":100,\"sha256\":\"" + "00".repeat(32)
                        + "\",\"quyet_dinh\":\"deliver\",\"ly_do\":\"some-reason\",\"dieu_khoan\":\"Điều 7\","
                        + "\"ket_qua\":\"delivered\"}\n");
    }

    @Test
    void csvIsForExcelAndRunsNoFormula() throws Exception {
        assertThat(mail("h2", MailFilter.newest(10), Format.CSV))
                .startsWith("\uFEFFma_thu,nhan_luc,")
                .contains(",23/11/2026 08:00:00,")
                .contains(",\"'=HYPERLINK(\"\"http://x\"\")\",")
                .contains(",\"\"\"a\"\", b\",");
    }

    @Test
    void aTerminalIsNotSteeredByASubject() throws Exception {
        assertThat(mail("h2", MailFilter.newest(10), Format.TABLE))
                .doesNotContain("\u001B")
                .contains("100% ␛[31mđỏ")
                .contains("23/11/2026 08:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void theTrailTellsOneMailsStoryInOrder(String db) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings(db))) {
            audit.trail(MailId.ofMailName("mail-0"), Format.JSON.writer(out));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll(".*\"viec\":\"(\\w+)\".*", "$1")))
                .containsExactlyInAnyOrder("received", "decision", "delivered", "delivered")
                .startsWith("received");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void theTrailOfAMailTellsWhatPeopleDidWithItToo(String db) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings(db))) {
            audit.trail(MailId.ofMailName("mail-1"), Format.JSON.writer(out));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"approval-asked\"", "\"approved\",\"chi_tiet\":\"gd@so.vn Đồng ý\"")
                .contains("\"viec\":\"quarantine\",\"doi_tuong\":\"vp@so.vn\",\"ket_qua\":\"released\"")
                .contains("\"viec\":\"book\",\"doi_tuong\":\"den 01/", "\"chi_tiet\":\"7/CV")
                .contains("\"viec\":\"filed\",\"doi_tuong\":\"2026/1.eml\"")
                .contains("\"content-erased\"", "cvp@so.vn root Bí mật");
    }
}
