package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;

/** Mail about security or defence, or with something that could not be read, is looked at before it leaves. */
@ExtendWith(SharedOffice.class)
class ConfirmationTest {

    private static final String PERSONAL = "Chào anh, gửi anh tệp hôm trước.\n";
    private static final String OFFICIAL =
            "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nSố: 15/GM-VP\n\nKính gửi: Quý cơ quan\n\nSở Ngoại vụ trân trọng kính mời dự"
                    + " họp.\n\nGIÁM ĐỐC\n\nNguyễn Giám Đốc\n";

    private static final String OUR_DOCUMENT =
            """
            UBND TỈNH BÌNH ĐỊNH
            SỞ NGOẠI VỤ
            Số: 1915/SNgV-VP
            V/v phối hợp đón đoàn
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Bình Định, ngày 24 tháng 11 năm 2026
            Kính gửi: Sở Nội vụ
            Sở Ngoại vụ đề nghị Quý Sở phối hợp đón đoàn.
            Nơi nhận:
            - Như trên;
            - Lưu: VT.
            GIÁM ĐỐC
            Nguyễn Văn An
            """;

    private final Office office;

    ConfirmationTest(Office office) {
        this.office = office;
    }

    @Test
    void anEncryptedFileLeavesOnceTheOfficeHeadHasConfirmedItAndMeetsTheLaterGates() throws Exception {
        String place = place();
        Letter letter = letter("vp", "Giấy mời kèm tệp", OFFICIAL, encryptedZip());
        office.client("vanthu").send(letter, place);
        String id = office.register().about(letter.subject()).id();
        MimeMessage question =
                office.notice("chanhvanphong", "Đề nghị xác nhận: " + letter.subject() + " (" + id + ")");
        assertThat(MessageBytes.textOf(question)).contains("tep.zip: có mật khẩu", place, "CHO GỬI", "Điều 3 khoản 1");
        assertThat(MessageBytes.textOf(
                        office.notice("vanthu", "Đang chờ xác nhận: " + letter.subject() + " (" + id + ")")))
                .contains("CHƯA được gửi", "chanhvanphong");
        assertThat(reply("vanthu", question, "CHO GỬI")).contains("KHÔNG thực hiện", "không gửi cho anh/chị");
        assertThat(reply("chanhvanphong", question, "CHO GỬI nếu giám đốc đồng ý"))
                .contains("CHƯA thực hiện");
        assertThat(decision(id)).isEqualTo("hold unread-part");

        assertThat(reply("chanhvanphong", question, "cho gui")).contains("Đã cho gửi");

        MimeMessage approval = office.notice("giamdoc", "Đề nghị duyệt: " + letter.subject() + " (" + id + ")");
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(reply("giamdoc", approval, "DUYỆT")).contains("Đã duyệt");
        byte[] taken = office.outside().awaitMailFor(place).message();
        assertThat(MessageBytes.asItCame(taken)).isEqualTo(letter.bytes());
        assertThat(reply("chanhvanphong", question, "CHO GỬI")).contains("Đã cho gửi");
        assertThat(reply("chanhvanphong", question, "TỪ CHỐI vì sai")).contains("KHÔNG thực hiện", "đã cho gửi");
        assertThat(office.register().outcomesInWords(id)).isEqualTo(place + "=relayed");
        assertThat(office.outside().takenFor(place)).hasSize(1);
    }

    @Test
    void aTopicWaitsAlsoBetweenOurPeopleAndWhatIsRejectedGoesToNobody() throws Exception {
        Letter letter = letter("chuyenvien1", "Lịch diễn tập quốc phòng", PERSONAL, new byte[0]);
        office.client("chuyenvien1").send(letter, address("chuyenvien2"));
        String id = office.register().about(letter.subject()).id();
        MimeMessage question =
                office.notice("chanhvanphong", "Đề nghị xác nhận: " + letter.subject() + " (" + id + ")");
        assertThat(MessageBytes.textOf(question)).contains("quốc phòng");
        assertThat(reply("chanhvanphong", question, "TỪ CHỐI")).contains("Chưa ghi lý do");
        assertThat(reply("chanhvanphong", question, "TỪ CHỐI vì phải gửi bằng giấy"))
                .contains("Đã từ chối");
        assertThat(MessageBytes.textOf(office.notice(
                        "chuyenvien1",
                        "Không được xác nhận, thư không được gửi: " + letter.subject() + " (" + id + ")")))
                .contains("phải gửi bằng giấy");
        assertThat(office.register().outcomesInWords(id)).isEqualTo(address("chuyenvien2") + "=refused");
    }

    @Test
    void whenNobodyCanConfirmSenderAndOfficeHearItAndSomebodyIsAskedAsSoonAsHeIsThere() throws Exception {
        String present = "<approvals self-approval=\"no\" leaders-own-mail=\"approved\"/>";
        String away = present.replace("/>", ">") + absence("chanhvanphong") + absence("phogiamdoc") + "</approvals>";
        try (Office own = Office.open(gateway -> gateway.conf().replace("organization.xml", present, away))) {
            Letter letter = letter("giamdoc", "Tệp khóa", PERSONAL, encryptedZip());
            own.client("giamdoc").send(letter, place());
            String id = own.register().about(letter.subject()).id();
            String subject = "Chưa có người xác nhận: " + letter.subject() + " (" + id + ")";
            assertThat(MessageBytes.textOf(own.notice("giamdoc", subject))).contains("CHƯA được gửi", "Chờ đến: ");
            assertThat(MessageBytes.textOf(own.notice("vanthu", subject))).contains("organization.xml");

            own.gateway().conf().replace("organization.xml", away, present);
            own.notice("chanhvanphong", "Đề nghị xác nhận: " + letter.subject() + " (" + id + ")");
        }
    }

    private static String absence(String person) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/uuuu");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        return "<absence person=\"" + person + "\" from=\"" + day.format(today.minusDays(1)) + "\" until=\""
                + day.format(today.plusDays(2)) + "\"/>";
    }

    @Test
    void whatComesFromOutsideIsDeliveredAndMarked() throws Exception {
        Letter letter = letter("dan", "Hồ sơ", PERSONAL, encryptedZip());
        Letter outside = new Letter(UUID.randomUUID() + "@doitac.example", letter.subject(), letter.bytes())
                .replace("From: <" + address("dan") + ">", "From: <dan@doitac.example>");
        assertThat(office.receive(outside, "chuyenvien1")).startsWith("250");
        Row row = office.register().settledFrom(outside.sender());
        assertThat(MessageBytes.parsed(office.mailIn("chuyenvien1", row.id())).getHeader("X-VanThu-Reason", ", "))
                .isEqualTo("unread-part");
        assertThat(decision(row.id())).isEqualTo("deliver unread-part");
    }

    @Test
    void aDocumentThatGoesElsewhereThanItNamesWaitsForItsSender() throws Exception {
        String place = place();
        Letter letter = letter("giamdoc", "Công văn sai nơi nhận", OUR_DOCUMENT, new byte[0]);
        office.client("giamdoc").send(letter, place);
        String id = office.register().about(letter.subject()).id();
        MimeMessage question =
                office.notice("giamdoc", "Nơi nhận chưa khớp, thư CHƯA gửi: " + letter.subject() + " (" + id + ")");
        assertThat(MessageBytes.textOf(question).replace("\r", ""))
                .contains("CHƯA gửi:\n- Sở Nội vụ", "KHÔNG có trong Nơi nhận:\n- " + place, "CHO GỬI", "khoản 3");
        assertThat(reply("giamdoc", question, "TỪ CHỐI vì thiếu Sở Nội vụ")).contains("Đã từ chối");
        assertThat(office.register().outcomesInWords(id)).isEqualTo(place + "=refused");

        Letter again = letter("giamdoc", "Công văn vẫn gửi", OUR_DOCUMENT, new byte[0]);
        office.client("giamdoc").send(again, place);
        String second = office.register().about(again.subject()).id();
        question =
                office.notice("giamdoc", "Nơi nhận chưa khớp, thư CHƯA gửi: " + again.subject() + " (" + second + ")");
        assertThat(reply("giamdoc", question, "CHO GỬI")).contains("Đã cho gửi");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(decision(second)).isEqualTo("deliver confirmed"));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(office.register()
                        .query(
                                "SELECT * FROM nhat_ky_quyet_dinh WHERE ma_thu = ? AND quy_tac = 'HoldForApproval'",
                                second))
                .isNotEmpty());
    }

    private String decision(String id) {
        return String.join(
                ", ",
                office
                        .register()
                        .query(
                                "SELECT * FROM nhat_ky_quyet_dinh WHERE ma_thu = ? AND quy_tac = 'HoldForConfirmation'",
                                id)
                        .stream()
                        .map(row -> row.get("quyet_dinh") + " " + row.get("ly_do"))
                        .toList());
    }

    private String reply(String login, MimeMessage question, String line) throws Exception {
        String to = question.getHeader("Reply-To", null);
        Letter letter = letter(login, "Re: xac nhan", line + "\n\n> TỪ CHỐI\n", new byte[0]);
        office.client(login).send(letter, to);
        try (Mailbox mailbox = office.client(login).open()) {
            return MessageBytes.textOf(MessageBytes.parsed(mailbox.only(
                    "In-Reply-To", MessageBytes.parsed(letter.bytes()).getMessageID())));
        }
    }

    private static Letter letter(String from, String title, String text, byte[] file) {
        String subject = title + " " + UUID.randomUUID();
        String attached = file.length == 0
                ? ""
                : "--b\r\nContent-Type: application/zip; name=tep.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(file) + "\r\n";
        byte[] bytes = ("From: <" + address(from) + ">\r\nTo: <quy.co.quan@tinh.example>\r\nSubject: =?utf-8?B?"
                        + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nDate: Tue, 24 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@thu.example>\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
                        + text.replace("\n", "\r\n") + "\r\n" + attached + "--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return new Letter(address(from), subject, bytes);
    }

    /** A ZIP whose only entry says that it is encrypted. */
    private static byte[] encryptedZip() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("so-lieu.txt"));
            zip.write("không ai đọc được".getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = bytes.toByteArray();
        for (int at = 0; at < all.length - 4; at++) {
            boolean local = all[at] == 'P' && all[at + 1] == 'K' && all[at + 2] == 3 && all[at + 3] == 4;
            boolean central = all[at] == 'P' && all[at + 1] == 'K' && all[at + 2] == 1 && all[at + 3] == 2;
            if (local || central) {
                all[at + (local ? 6 : 8)] |= 1;
            }
        }
        return all;
    }

    private static String place() {
        return UUID.randomUUID() + "@tinh.example";
    }
}
