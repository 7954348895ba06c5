package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;

/** What leaves in the agency's name is approved by its leader first, by mail, and leaves exactly as approved. */
@ExtendWith(SharedOffice.class)
class ApprovalTest {

    private static final String NOTICES = address("vanthu-he-thong");

    private final Office office;

    ApprovalTest(Office office) {
        this.office = office;
    }

    @Test
    void nobodyGetsItBeforeTheDirectorApprovesAndThenEveryoneGetsTheseBytes() throws Exception {
        Letter letter = official("Công văn A");
        String place = place();
        String hidden = place();
        office.client("vanthu").send(letter, place, hidden, address("chuyenvien1"));
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        assertThat(office.register().outcomesInWords(id)).doesNotContain("delivered", "relayed");
        assertThat(MessageBytes.textOf(question))
                .contains(place, hidden, "DUYỆT", "TỪ CHỐI", "SHA-256", "Điều 7 khoản 1");
        assertThat(MessageBytes.asItCame(originalIn(question))).isEqualTo(letter.bytes());
        assertThat(MessageBytes.textOf(notice("vanthu", "Đang chờ duyệt: " + letter.subject() + " (" + id + ")")))
                .contains("CHƯA được gửi", "giamdoc", "RÚT");

        assertThat(reply("giamdoc", question, "duyet")).contains("Đã duyệt");

        assertThat(office.outside().awaitMailFor(place).message())
                .satisfies(bytes -> assertThat(MessageBytes.asItCame(bytes)).isEqualTo(letter.bytes()));
        office.outside().awaitMailFor(hidden);
        assertThat(MessageBytes.asItCame(office.mailIn("chuyenvien1", id))).isEqualTo(letter.bytes());
        await().untilAsserted(() -> assertThat(approvals(id)).isEqualTo("released " + address("giamdoc")));
        notice("vanthu", "Đã duyệt và gửi: " + letter.subject() + " (" + id + ")");
        assertThat(office.outside().takenFor(place)).hasSize(1);
    }

    @Test
    void personalMailIsNotHeldAndALeadersOwnIsApprovedByHimself() throws Exception {
        Letter personal = Letter.from(address("chuyenvien1"), "Trao đổi");
        String place = place();
        office.client("chuyenvien1").send(personal, place);
        office.outside().awaitMailFor(place);

        Letter own = official("giamdoc", "Công văn của Giám đốc");
        office.client("giamdoc").send(own, place());
        Row row = office.register().settledAbout(own.subject());
        assertThat(row.get("ket_qua")).isEqualTo("relayed");
        assertThat(approvals(row.id())).isEqualTo("released " + address("giamdoc"));
    }

    @Test
    void onlyTheOneWhoWasAskedDecidesWithTheKeyAndNoProgram() throws Exception {
        Letter letter = official("Công văn B");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();

        assertThat(reply("vanthu", question, "DUYỆT")).contains("KHÔNG thực hiện", "không gửi cho anh/chị");
        String forged = NOTICES.replace("@", "+approval-" + "0".repeat(26) + "@");
        assertThat(command("giamdoc", forged, "DUYỆT", "")).contains("KHÔNG thực hiện");
        assertThat(reply("giamdoc", question, "DUYỆT nhưng sửa lại ngày họp")).contains("CHƯA thực hiện");
        assertThat(reply("giamdoc", question, "Tôi sẽ xem sau")).contains("CHƯA thực hiện", "TỪ CHỐI");
        assertThat(reply("giamdoc", question, "từ chối")).contains("Chưa ghi lý do");
        Letter automatic =
                answer("giamdoc", keyAddress(question), "DUYỆT").withHeaders("Auto-Submitted: auto-replied\r\n");
        office.client("giamdoc").send(automatic, keyAddress(question));
        assertThat(office.register().settledAbout(automatic.subject()).get("ket_qua"))
                .isEqualTo("refused");
        Letter outside = answer("giamdoc", keyAddress(question), "DUYỆT");
        assertThat(office.receive(outside, keyAddress(question))).startsWith("550");
        assertThat(approvals(id)).isEqualTo("pending " + address("giamdoc"));
        assertThat(office.outside().takenFor(place)).isEmpty();

        assertThat(reply("giamdoc", question, "TU CHOI vi so lieu sai")).contains("Đã từ chối");
        assertThat(reply("giamdoc", question, "TU CHOI vi so lieu sai")).contains("Đã từ chối");
        assertThat(reply("giamdoc", question, "DUYỆT")).contains("KHÔNG thực hiện", "đã từ chối");
        assertThat(MessageBytes.textOf(notice("vanthu", "Không được duyệt: " + letter.subject() + " (" + id + ")")))
                .contains("so lieu sai", "KHÔNG được duyệt");
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(office.register().outcomesInWords(id)).isEqualTo(place + "=refused");
    }

    @Test
    void itIsForwardedWithdrawnAndSentBackForChanges() throws Exception {
        Letter letter = official("Công văn C");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        assertThat(reply("giamdoc", question, "CHUYỂN chuyenvien2")).contains("không có quyền duyệt");
        assertThat(reply("giamdoc", question, "chuyen phogiamdoc")).contains("Đã chuyển");
        MimeMessage second = question("phogiamdoc", letter);
        assertThat(reply("phogiamdoc", second, "YÊU CẦU SỬA: ghi lại ngày họp")).contains("Đã yêu cầu sửa");
        assertThat(MessageBytes.textOf(notice("vanthu", "Yêu cầu sửa: " + letter.subject() + " (" + id + ")")))
                .contains("ghi lại ngày họp");
        await().untilAsserted(() -> assertThat(approvals(id))
                .isEqualTo("forwarded " + address("giamdoc") + ", changes_requested " + address("phogiamdoc")));

        Letter again = official("Công văn D");
        office.client("vanthu").send(again, place);
        MimeMessage third = question("giamdoc", again);
        String other = office.register().about(again.subject()).id();
        MimeMessage held = notice("vanthu", "Đang chờ duyệt: " + again.subject() + " (" + other + ")");
        assertThat(reply("vanthu", held, "RÚT")).contains("Đã rút");
        assertThat(reply("giamdoc", third, "APPROVE")).contains("KHÔNG thực hiện", "đã rút lại");
        assertThat(office.outside().takenFor(place)).isEmpty();
    }

    @Test
    void aUnitsMailGoesToItsHeadAndAKillAfterTheDecisionSendsItOnce() throws Exception {
        try (Office own = Office.open(gateway -> {})) {
            ApprovalTest test = new ApprovalTest(own);
            for (long delay : new long[] {0, 150, 500}) {
                Letter letter = test.official("letan", "Thông báo của Phòng");
                String place = place();
                own.client("chuyenvien1").send(letter, place);
                MimeMessage question = test.question("truongphong.letan", letter);
                String id = own.register().about(letter.subject()).id();
                Letter answer = answer("truongphong.letan", keyAddress(question), "DUYỆT");
                own.client("truongphong.letan").send(answer, keyAddress(question));
                Thread.sleep(delay);
                own.gateway().kill();
                own.gateway().start();
                assertThat(MessageBytes.asItCame(
                                own.outside().awaitMailFor(place).message()))
                        .isEqualTo(letter.bytes());
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(test.approvals(id))
                        .isEqualTo("released " + address("truongphong.letan")));
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() ->
                                assertThat(own.register().outcomesInWords(id)).isEqualTo(place + "=relayed"));
                test.notice("chuyenvien1", "Đã duyệt và gửi: " + letter.subject() + " (" + id + ")");
                assertThat(own.outside().takenFor(place)).hasSize(1);
            }
        }
    }

    private String approvals(String id) {
        return String.join(
                ", ",
                office
                        .register()
                        .query("SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = ? ORDER BY ma_phe_duyet", id)
                        .stream()
                        .map(row -> row.get("trang_thai") + " " + row.get("nguoi_duyet"))
                        .toList());
    }

    private MimeMessage question(String login, Letter letter) throws Exception {
        String id = office.register().about(letter.subject()).id();
        return notice(login, "Đề nghị duyệt: " + letter.subject() + " (" + id + ")");
    }

    /** The notice with this subject, as soon as it is there. */
    private MimeMessage notice(String login, String subject) throws Exception {
        String id = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> office.register().mails("chu_de", subject).stream()
                                .map(Row::id)
                                .filter(mail ->
                                        office.register().outcomesInWords(mail).contains(address(login)))
                                .toList(),
                        ids -> !ids.isEmpty())
                .get(0);
        return MessageBytes.parsed(office.mailIn(login, id));
    }

    private static String keyAddress(MimeMessage question) throws Exception {
        return question.getHeader("Reply-To", null);
    }

    private String reply(String login, MimeMessage question, String line) throws Exception {
        return command(login, keyAddress(question), line, question.getMessageID());
    }

    private String command(String login, String to, String line, String quoted) throws Exception {
        Letter letter = answer(login, to, line + "\n\nVào 09:00, vanthu-he-thong đã viết:\n> TỪ CHỐI " + quoted);
        office.client(login).send(letter, to);
        try (Mailbox mailbox = office.client(login).open()) {
            return MessageBytes.textOf(MessageBytes.parsed(mailbox.only(
                    "In-Reply-To", MessageBytes.parsed(letter.bytes()).getMessageID())));
        }
    }

    private static Letter answer(String login, String to, String text) {
        return letter(address(login), to, "Re: duyet " + UUID.randomUUID(), text);
    }

    private Letter official(String subject) {
        return official("vp", subject);
    }

    private Letter official(String from, String subject) {
        String text =
                "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nSố: 12/SNgV-VP\n\nKính gửi: Quý cơ quan\n\nSở Ngoại vụ trân trọng kính mời"
                        + " dự họp.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Phó Giám Đốc\n";
        if (from.equals("letan")) {
            text = "PHÒNG LỄ TÂN\n\n"
                    + "Kính gửi: Quý cơ quan\n\n"
                    + "Phòng Lễ tân thông báo lịch đón đoàn.\n\n"
                    + "TRƯỞNG PHÒNG\n\n"
                    + "Hoàng Lễ Tân\n";
        }
        return letter(address(from), "quy.co.quan@tinh.example", subject + " " + UUID.randomUUID(), text);
    }

    private static Letter letter(String from, String to, String subject, String text) {
        byte[] bytes = ("From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: =?utf-8?B?"
                        + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nDate: Tue, 24 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@thu.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        return new Letter(from, subject, bytes);
    }

    private static String place() {
        return UUID.randomUUID() + "@tinh.example";
    }

    private static byte[] originalIn(MimeMessage question) throws Exception {
        MimeMultipart parts = (MimeMultipart) question.getContent();
        assertThat(List.of(parts.getBodyPart(1).getContentType())).containsExactly("message/rfc822");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.getBodyPart(1).getInputStream().transferTo(bytes);
        return bytes.toByteArray();
    }
}
