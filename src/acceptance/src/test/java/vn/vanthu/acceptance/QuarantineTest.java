package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.message.MailId;
import vn.vanthu.spam.learn.Lessons;

/** Spam waits, its people are told by mail, and what they release arrives once; over real SMTP and IMAP. */
class QuarantineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    /** As an office sets it, only more often: every ten seconds for the next half an hour. */
    @BeforeAll
    static void open() throws IOException {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).truncatedTo(ChronoUnit.SECONDS);
        String times = IntStream.range(0, 180)
                .mapToObj(step -> now.plusSeconds(10L * step).toString())
                .collect(Collectors.joining(", "));
        office = Office.open(gateway -> gateway.conf()
                .replace("mailetcontainer.xml", "<digestAt>08:00</digestAt>", "<digestAt>" + times + "</digestAt>"));
    }

    @AfterAll
    static void close() throws IOException {
        office.close();
    }

    @Test
    void spamIsListedReleasedByReplyAndArrivesOnceAlsoThroughAKill() throws Exception {
        Letter one = spam("chuyenvien1");
        Letter two = spam("chuyenvien1");
        String first = quarantined(one, "chuyenvien1", "chuyenvien2");
        String second = quarantined(two, "chuyenvien1");
        assertThat(inboxIds("chuyenvien1")).doesNotContain(first, second);
        MimeMessage digest = digest("chuyenvien1", first);
        MimeMessage others = digest("chuyenvien2", first);
        assertThat(text(digest)).contains(one.subject(), one.sender(), "điểm", "Rao bán thuốc", "THẢ 1,3");

        assertThat(reply("chuyenvien2", digest, "THẢ tất cả")).contains("KHÔNG thực hiện");
        Letter outside = letter("ke.gian@ngoai.example", key(digest), "THẢ tất cả");
        office.receive(outside, key(digest));
        assertThat(office.register().settledAbout(outside.subject()).get("ket_qua"))
                .isEqualTo("refused");
        assertThat(states(first)).containsExactly("quarantined ", "quarantined ");

        String number = number(digest, one);
        Letter answer = letter(address("chuyenvien1"), key(digest), "tha " + number);
        office.client("chuyenvien1").send(answer, key(digest));
        office.gateway().kill();
        office.gateway().start();
        MimeMessage released = MessageBytes.parsed(office.mailIn("chuyenvien1", first));
        assertThat(released.getHeader("X-Spam-Flag", null)).isEqualTo("NO");
        assertThat(released.getHeader("X-Spam-Status", null)).startsWith("No, score=");
        assertThat(reply("chuyenvien1", digest, "THẢ " + number)).contains("đã thả");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.register().outcomesInWords(first))
                        .isEqualTo(address("chuyenvien1") + "=delivered " + address("chuyenvien2") + "=quarantined"));
        assertThat(inboxIds("chuyenvien1")).containsOnlyOnce(first).doesNotContain(second);
        assertThat(inboxIds("chuyenvien2")).doesNotContain(first);
        assertThat(states(first)).containsExactlyInAnyOrder("released " + address("chuyenvien1"), "quarantined ");

        assertThat(reply("chuyenvien2", others, "BÁO RÁC " + number(others, one)))
                .contains("đã ghi là thư rác");
        assertThat(lessons(first))
                .containsExactlyInAnyOrder(address("chuyenvien1") + " HAM", address("chuyenvien2") + " SPAM");
        assertThat(office.gateway().command("audit", "verify").exitCode()).isZero();
    }

    @Test
    void theClerkSeesTheQuarantineOfTheAgencyAndItsUnits() throws Exception {
        Letter forAgency = spam("vp");
        Letter forUnit = spam("letan");
        String id = quarantined(forAgency, "vp");
        String unit = quarantined(forUnit, "letan");
        MimeMessage digest = digest("vanthu", id);
        assertThat(text(digest)).contains(forAgency.subject(), "gửi tới " + address("vp"));
        assertThat(text(digest("vanthu", unit))).contains(forUnit.subject(), "gửi tới " + address("letan"));
        assertThat(reply("vanthu", digest, "THẢ " + number(digest, forAgency))).contains("đã thả");
        office.mailIn("vp*vanthu", id);
    }

    @Test
    void movingIntoJunkTeachesAndMovingBackUndoesIt() throws Exception {
        Letter ham = Letter.fromOutside("Trao đổi");
        assertThat(office.receive(ham, "truongphong.letan")).startsWith("250");
        String id = office.register().settledFrom(ham.sender()).id();
        try (Mailbox mailbox = office.client("truongphong.letan").open()) {
            mailbox.mail(id);
            mailbox.move(id, "INBOX", "Thư rác");
            awaitLesson(id, "SPAM");
            mailbox.copyAndExpunge(id, "Thư rác", "INBOX");
            awaitLesson(id, "HAM");
            mailbox.move(id, "INBOX", "Trash");
            mailbox.move(id, "Trash", "Junk");
            awaitLesson(id, "SPAM");
        }
    }

    @Test
    void whatAMailProgramPutsIntoJunkByItselfTeachesNothingAndASharedMailboxTeachesForItsReader() throws Exception {
        Letter ham = Letter.fromOutside("Trao đổi");
        assertThat(office.receive(ham, "letan")).startsWith("250");
        String id = office.register().settledFrom(ham.sender()).id();
        String homeMade = MailId.ofMailName("home-made").value();
        try (Mailbox mailbox = office.client("letan*chuyenvien1").open()) {
            mailbox.mail(id);
            mailbox.append(
                    "Junk",
                    ("X-VanThu-Id: " + homeMade + "\r\nSubject: Cong van\r\n\r\nKinh gui\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            mailbox.move(id, "INBOX", "Junk");
            await().atMost(PATIENCE).until(() -> lessons(id).equals(List.of(address("chuyenvien1") + " SPAM")));
        }
        assertThat(lessons(homeMade)).isEmpty();
    }

    /** The last thing that this person taught about a mail. */
    private static void awaitLesson(String id, String kind) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(lessons(id))
                .containsExactly(address("truongphong.letan") + " " + kind));
    }

    /** Who taught what about a mail. */
    private static List<String> lessons(String id) throws IOException {
        Lessons lessons = Lessons.open(office.gateway().data().resolve("spam"), Clock.systemUTC());
        return lessons.all().stream()
                .filter(lesson -> lesson.key().contains(id))
                .map(lesson -> lesson.source() + " " + lesson.kind())
                .toList();
    }

    @Test
    void aDocumentThatLooksLikeSpamIsDeliveredButNotWithAProgram() throws Exception {
        Letter document = document("");
        assertThat(office.receive(document, "chuyenvien2")).startsWith("250");
        Row row = office.register().settledFrom(document.sender());
        assertThat(row.get("quyet_dinh") + " " + row.get("ly_do")).isEqualTo("deliver spam-with-document");
        MimeMessage delivered = MessageBytes.parsed(office.mailIn("chuyenvien2", row.id()));
        assertThat(delivered.getHeader("X-Spam-Flag", null)).isEqualTo("NO");
        assertThat(delivered.getHeader("X-Spam-Status", null)).startsWith("Unsure, score=");
        assertThat(delivered.getHeader("X-VanThu-Reason")).contains("spam-with-document");

        Letter dangerous = document("--b\r\nContent-Type: application/pdf; name=cv.pdf\r\n"
                + "Content-Disposition: attachment; filename=cv.pdf\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA//8AALgAAAA=\r\n");
        assertThat(office.receive(dangerous, "chuyenvien2")).startsWith("250");
        MimeMessage alert = notice("vanthu", "Văn bản bị giữ lại, cần văn thư xem: " + dangerous.subject());
        assertThat(text(alert)).contains("chương trình", "99/UBND-VX", dangerous.sender(), "gửi tới");
        String id = office.register().about(dangerous.subject()).id();
        assertThat(states(id)).containsExactly("quarantined ");
        assertThat(reply("chanhvanphong", alert, "THẢ 1")).contains("KHÔNG thực hiện");
    }

    private static Letter document(String attached) {
        String subject = "MAKE $5000 A DAY!!! " + UUID.randomUUID().toString().substring(0, 8);
        String sender = "ubnd." + UUID.randomUUID() + "@rac.example";
        String text = "ỦY BAN NHÂN DÂN TỈNH\r\n\r\nSố: 99/UBND-VX\r\nBình Định, ngày 20 tháng 11 năm 2026\r\n\r\n"
                + "V/v phối hợp đón đoàn\r\n\r\nKính gửi: Sở Ngoại vụ\r\n\r\nUBND tỉnh đề nghị Sở Ngoại vụ phối"
                + " hợp đón đoàn. Viagra cialis online pharmacy no prescription. Million dollars, make money fast, work"
                + " from home, casino jackpot. Click here to unsubscribe http://1.2.3.4/x\r\n\r\n"
                + "Nơi nhận:\r\n- Như trên;\r\n- Lưu: VT.\r\n\r\nKT. CHỦ TỊCH\r\nPHÓ CHỦ TỊCH\r\n\r\n"
                + "Nguyễn Văn An\r\n";
        String all = "From: UBND <" + sender + ">\r\nTo: <" + address("chuyenvien2") + ">\r\nSubject: " + subject
                + "\r\nX-Priority: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text
                + attached + "--b--\r\n";
        return new Letter(sender, subject, all.getBytes(StandardCharsets.UTF_8));
    }

    private static MimeMessage notice(String login, String subject) {
        return await().atMost(PATIENCE)
                .until(
                        () -> office.register().mails("chu_de", subject).stream()
                                .map(row -> mail(login, row))
                                .toList(),
                        mails -> !mails.isEmpty())
                .get(0);
    }

    private static Letter spam(String to) {
        String subject = "VIAGRA 80% OFF!!! " + UUID.randomUUID().toString().substring(0, 8);
        String sender = "shop." + UUID.randomUUID() + "@rac.example";
        String text = "From: Best Offer <" + sender + ">\r\nTo: <" + address(to) + ">\r\nSubject: " + subject
                + "\r\n"
                + "X-Priority: 1\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><body>Viagra cialis online pharmacy no prescription. Million dollars, make money fast, work"
                + " from home, casino jackpot.<br><a href=\"http://1.2.3.4/x\">Click here to"
                + " unsubscribe</a></body></html>\r\n";
        return new Letter(sender, subject, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it from outside; it must not be delivered. */
    private static String quarantined(Letter letter, String... mailboxes) throws Exception {
        assertThat(office.receive(letter, mailboxes)).startsWith("250");
        String id = office.register().about(letter.subject()).id();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.register().mails("chu_de", letter.subject()))
                        .extracting(row -> row.get("quyet_dinh") + " " + row.get("ly_do") + " " + row.get("ket_qua"))
                        .containsExactly("quarantine spam quarantined"));
        assertThat(states(id)).hasSize(mailboxes.length);
        return id;
    }

    private static List<String> states(String id) {
        return office.register().query("SELECT * FROM thu_rac WHERE ma_thu = ? ORDER BY nguoi_nhan", id).stream()
                .map(row -> (row.get("trang_thai") + " " + row.get("nguoi_xu_ly")).replace(" null", " "))
                .toList();
    }

    /** The list that tells of this mail, as soon as it is there. */
    private static MimeMessage digest(String login, String id) throws Exception {
        String subject = office.register().mails("ma_thu", id).get(0).get("chu_de");
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> office
                                .register()
                                .query(
                                        "SELECT ma_thu FROM nhat_ky_thu WHERE chu_de LIKE 'Thư rác đã giữ lại%'"
                                                + " AND nguoi_nhan = ? AND ket_qua = 'delivered'",
                                        address(login))
                                .stream()
                                .map(row -> mail(login, row))
                                .filter(mail -> text(mail).contains(subject))
                                .toList(),
                        mails -> !mails.isEmpty())
                .get(0);
    }

    private static MimeMessage mail(String login, Row row) {
        try {
            return MessageBytes.parsed(office.mailIn(login, row.id()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String number(MimeMessage digest, Letter letter) {
        return text(digest)
                .lines()
                .filter(line -> line.endsWith(". " + letter.subject()))
                .map(line -> line.substring(0, line.indexOf('.')))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> inboxIds(String login) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            return mailbox.all("X-VanThu-Id");
        }
    }

    private static String reply(String login, MimeMessage digest, String line) throws Exception {
        Letter answer = letter(address(login), key(digest), line + "\n\nVào 09:00, vanthu-he-thong đã viết:\n> THẢ 9");
        office.client(login).send(answer, key(digest));
        try (Mailbox mailbox = office.client(login).open()) {
            return text(MessageBytes.parsed(mailbox.only(
                    "In-Reply-To", MessageBytes.parsed(answer.bytes()).getMessageID())));
        }
    }

    private static Letter letter(String from, String to, String text) {
        String subject = "Re: thu rac " + UUID.randomUUID();
        return new Letter(
                from,
                subject,
                ("From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: " + subject + "\r\nMessage-ID: <"
                                + UUID.randomUUID() + "@thu.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain;"
                                + " charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                                + text.replace("\n", "\r\n") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String key(MimeMessage digest) throws Exception {
        return digest.getHeader("Reply-To", null);
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
