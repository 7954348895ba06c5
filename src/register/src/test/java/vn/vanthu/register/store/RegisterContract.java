package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vanthu.confirmation.ConfirmationFlow;
import vn.vanthu.confirmation.UnreadMail;
import vn.vanthu.confirmation.UnreadMails;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.limit.Sending;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.Register.Recording;

/** What the register promises, on each database. */
@SuppressWarnings("NullAway")
abstract class RegisterContract {

    static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123456Z");
    static final MailId ID = MailId.ofMailName("Mail1732338000000-1b4e28ba");

    RegisterSettings settings;
    private RegisterDatabase database;
    Register register;

    abstract Vendor vendor();

    @BeforeEach
    void open() throws Exception {
        SharedRegister shared = SharedRegister.on(vendor(), NOON);
        settings = shared.settings();
        database = shared.database();
        register = database.register();
    }

    static MailRecord mail(MailId id, String subject, List<String> recipients) {
        return new MailRecord(
                id,
                NOON,
                Direction.INCOMING,
                "",
                "203.0.113.9",
                "vanthu@bogddt.example",
                recipients,
                "Văn thư Bộ <VanThu@bogddt.example>",
                subject,
                "<1@bogddt.example>",
                4096,
                "ab".repeat(32));
    }

    static Decision deliver() {
        return Decision.deliver(Reason.of("plain-mail", "Điều 3 khoản 1", "Thư được chuyển."));
    }

    List<Map<String, Object>> rows(String sql) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = TestDatabase.asAdmin(settings);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(
                            result.getMetaData().getColumnLabel(i).toLowerCase(java.util.Locale.ROOT),
                            result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    Map<String, Object> mailRow() throws SQLException {
        return rows("SELECT * FROM nhat_ky_thu WHERE ma_thu = '" + ID + "'").get(0);
    }

    void settle(String recipient, Outcome outcome) throws Exception {
        register.outcomes(List.of(DeliveryEvent.settled(ID, recipient, outcome, NOON, "", "")));
    }

    @Test
    void whoeverWroteUsCanBeAnswered() throws Exception {
        register.record(mail(ID, "Báo cáo", List.of("b@a.vn")));

        assertThat(cameFrom("vanthu@bogddt.example", "<1@bogddt.example>")).isTrue();
        assertThat(cameFrom("vanthu@bogddt.example", "<2@bogddt.example>")).isFalse();
        assertThat(cameFrom("khac@bogddt.example", "<1@bogddt.example>")).isFalse();
    }

    private boolean cameFrom(String sender, String messageId) throws Exception {
        return database.releases().cameFrom(List.of(sender), List.of(messageId));
    }

    @Test
    void aMailStandsInTheLogWithTheColumnsOfTheContract() throws Exception {
        register.configured("v1", "whole configuration");
        assertThat(register.record(mail(ID, "Báo cáo tháng 11", List.of("vp@a.vn", "b@a.vn"))))
                .isEqualTo(Recording.NEW);
        register.decided(ID, "ScoreSpam", deliver());

        assertThat(mailRow().keySet())
                .containsExactly(
                        "ma_thu",
                        "nhan_luc",
                        "chieu",
                        "tai_khoan",
                        "dia_chi_ip",
                        "nguoi_gui_phong_bi",
                        "nguoi_gui",
                        "nguoi_nhan",
                        "chu_de",
                        "message_id",
                        "kich_thuoc",
                        "sha256",
                        "quyet_dinh",
                        "ly_do",
                        "dieu_khoan",
                        "ket_qua");
        assertThat(mailRow())
                .containsEntry("chu_de", "Báo cáo tháng 11")
                .containsEntry("nguoi_nhan", "vp@a.vn, b@a.vn")
                .containsEntry("chieu", "den")
                .containsEntry("quyet_dinh", "deliver")
                .containsEntry("ly_do", "plain-mail")
                .containsEntry("dieu_khoan", "Điều 3 khoản 1")
                .containsEntry("ket_qua", "pending");
        assertThat(mailRow().get("nhan_luc").toString()).startsWith("2026-11-23 12:00:00.123456");
        assertThat(rows("SELECT * FROM nhat_ky_quyet_dinh").get(0))
                .containsEntry("quy_tac", "ScoreSpam")
                .containsEntry("phien_ban_quy_tac", "v1");
    }

    @Test
    void whatWasDeliveredUnreadIsListedByWhenItCame() throws Exception {
        register.configured("v1", "whole configuration");
        Reason unread = Reason.of("unread-part", "Điều 3", "x").withDetail("2: encrypted");
        Decision confirmed =
                Decision.deliver(Reason.of("confirmed", "Điều 3", "x").withDetail("chanhvanphong@a.vn"));
        for (int hour = 0; hour < 3; hour++) {
            MailId id = MailId.ofMailName("unread " + hour);
            register.record(mail(id, "Hồ sơ " + hour, List.of("vp@a.vn")));
            register.decided(id, "ScoreSpam", deliver());
            register.decided(id, ConfirmationFlow.RULE, hour == 2 ? confirmed : Decision.deliver(unread));
        }

        UnreadMails mails = database.unreadMails();
        assertThat(mails.between(NOON.minusSeconds(60), NOON.plusSeconds(60)))
                .extracting(UnreadMail::subject, UnreadMail::recipients, UnreadMail::unread)
                .containsExactly(
                        tuple("Hồ sơ 0", "vp@a.vn", "2: encrypted"), tuple("Hồ sơ 1", "vp@a.vn", "2: encrypted"));
        assertThat(mails.between(NOON.minusSeconds(60), NOON.minusSeconds(30))).isEmpty();
        assertThat(mails.between(NOON.plusSeconds(30), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aRepeatChangesNothing() throws Exception {
        MailRecord mail = mail(ID, "một", List.of("a@a.vn"));
        register.record(mail);
        assertThat(register.record(mail)).isEqualTo(Recording.REPLAYED);
        for (int i = 0; i < 2; i++) {
            register.decided(ID, "ScoreSpam", deliver());
            settle("a@a.vn", Outcome.DELIVERED);
            register.configured("v1", "x");
        }
        assertThat(rows("SELECT * FROM nhat_ky_thu")).hasSize(1);
        assertThat(rows("SELECT * FROM nhat_ky_nguoi_nhan")).hasSize(1);
        assertThat(rows("SELECT * FROM nhat_ky_quyet_dinh")).hasSize(1);
        assertThat(rows("SELECT * FROM nhat_ky_su_kien")).hasSize(1);
    }

    @Test
    void aSettledOutcomeIsNotHiddenByALaterPendingOne() throws Exception {
        register.record(mail(ID, "x", List.of("a@a.vn")));
        settle("a@a.vn", Outcome.RELAYED);
        register.outcomes(List.of(new DeliveryEvent(
                ID, "a@a.vn", "deferred-1", Outcome.PENDING, NOON.plusSeconds(60), "mx.a.vn", "451 later")));
        assertThat(mailRow()).containsEntry("ket_qua", "relayed");
        assertThat(register.isSettled(ID, "a@a.vn")).isTrue();
    }

    @Test
    void recipientsThatDifferAreMixedAndThoseThatWereReplacedDoNotCount() throws Exception {
        register.record(mail(ID, "x", List.of("nhom@a.vn", "ngoai@b.vn")));
        register.expanded(ID, "nhom@a.vn", List.of("a@a.vn", "b@a.vn"));
        settle("a@a.vn", Outcome.DELIVERED);
        settle("b@a.vn", Outcome.DELIVERED);
        assertThat(mailRow()).containsEntry("ket_qua", "mixed");
        settle("ngoai@b.vn", Outcome.DELIVERED);
        assertThat(mailRow()).containsEntry("ket_qua", "delivered");
        assertThat(rows("SELECT nguoi_nhan FROM nhat_ky_nguoi_nhan ORDER BY nguoi_nhan"))
                .extracting(row -> row.get("nguoi_nhan"))
                .containsExactly("a@a.vn", "b@a.vn", "ngoai@b.vn");
        assertThat(register.isSettled(ID, "nhom@a.vn")).isFalse();
    }

    @Test
    void aForwardThatKeepsItsCopyStillCounts() throws Exception {
        register.record(mail(ID, "x", List.of("a@a.vn")));
        register.expanded(ID, "a@a.vn", List.of("a@a.vn", "b@b.vn"));
        assertThat(rows("SELECT nguoi_nhan FROM nhat_ky_nguoi_nhan")).hasSize(2);
    }

    @Test
    void hostileTextsAreStored() throws Exception {
        List<String> thousand = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            thousand.add("nguoi" + i + "x".repeat(400) + "@a.vn");
        }
        String subject = "😀\u0000\uD800" + "ẩ".repeat(1_000_000);
        register.record(mail(ID, subject, thousand));
        register.outcomes(thousand.stream()
                .map(to -> DeliveryEvent.settled(
                        ID, to, Outcome.BOUNCED, NOON, "h".repeat(9999), "r\u0000\uDC00".repeat(9999)))
                .toList());
        assertThat(mailRow().get("chu_de").toString())
                .startsWith("😀\uFFFD\uFFFDẩẩ")
                .endsWith("…");
        assertThat(mailRow()).containsEntry("ket_qua", "bounced");
        assertThat(rows("SELECT nguoi_nhan FROM nhat_ky_nguoi_nhan")).hasSize(1000);
        assertThat(register.isSettled(ID, thousand.get(999))).isTrue();
    }

    @Test
    void addressesThatDifferInCaseAccentOrTrailingSpaceAreDifferent() throws Exception {
        register.record(mail(ID, "x", List.of("a@a.vn", "á@a.vn", "A@a.vn", "a@a.vn ")));
        assertThat(rows("SELECT nguoi_nhan FROM nhat_ky_nguoi_nhan")).hasSize(4);
    }

    @Test
    void manyWritersEachGetTheirRow() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        List<Future<Recording>> results = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            MailId id = MailId.ofMailName("mail-" + i / 2); // each twice at once
            results.add(threads.submit(() -> {
                Recording recording = register.record(mail(id, "x", List.of("a@a.vn", "b@a.vn")));
                register.decided(id, "r", deliver());
                return recording;
            }));
        }
        for (Future<Recording> result : results) {
            result.get();
        }
        threads.shutdown();
        assertThat(rows("SELECT * FROM nhat_ky_thu")).hasSize(200);
        assertThat(rows("SELECT * FROM nhat_ky_quyet_dinh")).hasSize(200);
    }

    @Test
    void itIsWritableAndSoItSays() throws Exception {
        register.checkWritable();
    }

    private void sent(String name, Instant at, String login, String envelope, String messageId, String... to)
            throws Exception {
        MailRecord row = mail(MailId.ofMailName(name), name, List.of(to));
        register.record(new MailRecord(
                row.id(),
                at,
                login.isEmpty() ? Direction.INCOMING : Direction.OUTGOING,
                login,
                "203.0.113.9",
                envelope,
                List.of(to),
                envelope,
                name,
                messageId,
                1,
                ""));
    }

    private void ended(String name, String recipient, Outcome outcome) throws Exception {
        register.outcomes(List.of(
                DeliveryEvent.settled(MailId.ofMailName(name), recipient, outcome, NOON.minusSeconds(99), "", "")));
    }

    @Test
    void whatALoginSentWhomTheOfficeKnowsAndWhatCameBack() throws Exception {
        Instant dayAgo = NOON.minusSeconds(86_400);
        sent("old", dayAgo.minusSeconds(9), "a@so.vn", "a@so.vn", "<1@so.vn>", "cu@dan.vn");
        sent("new", NOON.minusSeconds(60), "a@so.vn", "a@so.vn", "<2@so.vn>", "moi@dan.vn", "khong-co@dan.vn");
        sent("other", NOON.minusSeconds(60), "b@so.vn", "b@so.vn", "<3@so.vn>", "khac@dan.vn");
        sent("in", NOON.minusSeconds(50), "", "hoi@dan.vn", "<4@dan.vn>", "a@so.vn");
        ended("old", "cu@dan.vn", Outcome.RELAYED);
        ended("new", "khong-co@dan.vn", Outcome.BOUNCED);

        SendingHistory sendings = database.sendings();
        String id = MailId.ofMailName("new").value();
        assertThat(sendings.of("a@so.vn", dayAgo))
                .containsExactlyInAnyOrder(
                        new Sending(id, NOON.minusSeconds(60), "moi@dan.vn"),
                        new Sending(id, NOON.minusSeconds(60), "khong-co@dan.vn"));
        List<String> all = List.of("cu@dan.vn", "moi@dan.vn", "hoi@dan.vn", "khong-co@dan.vn");
        assertThat(sendings.known("a@so.vn", all, NOON)).containsExactly("cu@dan.vn"); // hoi@ may be forged
        assertThat(sendings.known("b@so.vn", all, NOON)).isEmpty();
        assertThat(sendings.known("a@so.vn", all, dayAgo)).isEmpty();
        assertThat(sendings.known("a@so.vn", List.of(), NOON)).isEmpty();
        assertThat(sendings.bounced("a@so.vn", dayAgo)).containsExactly("khong-co@dan.vn");
        assertThat(sendings.bounced("b@so.vn", dayAgo)).isEmpty();
        assertThat(sendings.calledSpam("a@so.vn", dayAgo)).isEmpty();
        Reason spam = Reason.of(SendingLimits.SPAM, SendingLimits.CLAUSE, "Thư rác");
        register.decided(MailId.ofMailName("new"), "ScoreSpam", Decision.deliver(spam));
        assertThat(sendings.calledSpam("a@so.vn", dayAgo)).containsExactly(id);
        assertThat(sendings.calledSpam("b@so.vn", dayAgo)).isEmpty();
        assertThat(database.correspondence().sentTo("Cu@dan.vn")).containsExactly("<1@so.vn>");
        assertThat(database.correspondence().sentTo("moi@dan.vn")).isEmpty(); // it has not left yet
        assertThat(database.correspondence().sentTo("hoi@dan.vn")).isEmpty();
    }
}
