package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.PartnerAgency;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.store.RegisterSettings;

/** Documents that come to the agency: entered and filed by themselves, or by the clerk's reply. */
@ExtendWith(SharedOffice.class)
class IncomingDocumentTest {

    private static final String AGENCY = "vp*vanthu";

    private final Office office;

    IncomingDocumentTest(Office office) {
        this.office = office;
    }

    @Test
    void aSignedDocumentIsNumberedFiledAndAcknowledged() throws Exception {
        String code = PartnerAgency.newCode();
        Letter letter = PartnerAgency.sign(PartnerAgency.letter(code, "phối hợp tổ chức hội nghị"));
        assertThat(office.receive(letter, "vp")).startsWith("250");
        Row mail = office.register().settledFrom(letter.sender());

        Row entry = onlyEntry(code);
        assertThat(entry.get("ma_thu")).isEqualTo(mail.id());
        assertThat(entry.get("tac_gia")).isEqualTo("Sở Nội vụ");
        assertThat(entry.get("ten_loai_va_trich_yeu")).isEqualTo("Công văn phối hợp tổ chức hội nghị");
        assertThat(entry.get("hop_thu")).isEqualTo(address("vp"));

        byte[] delivered = office.mailIn(AGENCY, mail.id());
        String number = entry.get("so_den") + "/" + entry.get("nam");
        assertThat(MessageBytes.parsed(delivered).getHeader("X-VanThu-Number", null))
                .isEqualTo(number);
        assertThat(MessageBytes.asItCame(delivered)).endsWith(body(letter));

        assertThat(folder(entry)).hasSize(1);
        assertThat(archived(code)).hasSize(3);
        String receipt = text(office.outside().awaitMailFor(letter.sender()).message());
        assertThat(receipt).contains(code, "Số đến: " + entry.get("so_den"), "Điều 21");
        assertThat(auditArchive()).isZero();
    }

    private static byte[] body(Letter letter) {
        String all = new String(letter.bytes(), StandardCharsets.ISO_8859_1);
        return all.substring(all.indexOf("\r\n\r\n")).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anUnsignedDocumentWaitsAndTheClerkEntersItByReply() throws Exception {
        String code = PartnerAgency.newCode();
        Letter letter = PartnerAgency.letter(code, "báo cáo số liệu");
        assertThat(office.receive(letter, "vp")).startsWith("250");
        Row mail = office.register().settledFrom(letter.sender());
        assertThat(MessageBytes.parsed(office.mailIn(AGENCY, mail.id())).getHeader("X-VanThu-Number"))
                .isNull();
        assertThat(entries(code)).isEmpty();
        Row waiting = office.register()
                .query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", mail.id())
                .get(0);
        assertThat(waiting.get("trang_thai")).isEqualTo("waiting");
        assertThat(waiting.get("doc_duoc")).contains("Số ký hiệu: " + code);

        MimeMessage question = question(code);
        assertThat(question.getContent().toString()).contains("báo cáo số liệu", "Chưa xác thực", "VÀO SỔ");
        String answer = reply(question, "VÀO SỔ\nTrích yếu: Về việc báo cáo số liệu quý IV\n");
        assertThat(answer).containsPattern("Số đến: \\d{2,}");

        Row entry = onlyEntry(code);
        assertThat(entry.get("ten_loai_va_trich_yeu")).isEqualTo("Công văn Về việc báo cáo số liệu quý IV");
        await().until(() -> folder(entry).size() == 1 && archived(code).size() == 3);
        assertThat(folder(entry).get(0).getHeader("X-VanThu-Number")[0]).startsWith(entry.get("so_den"));
        assertThat(office.register().query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", mail.id()))
                .extracting(row -> row.get("trang_thai"))
                .containsExactly("registered");
        assertThat(reply(question, "KHÔNG VÀO SỔ\nLý do: nhầm\n")).contains("KHÔNG thực hiện");
        assertThat(entries(code)).hasSize(1);
        assertThat(office.outside().takenFor(letter.sender())).isEmpty();
    }

    @Test
    void theSameDocumentGetsNoSecondNumberAndSeveralInOneMailGetTheirOwn() throws Exception {
        String one = PartnerAgency.newCode();
        String two = PartnerAgency.newCode();
        Letter first = PartnerAgency.sign(PartnerAgency.mail(
                "1.txt", PartnerAgency.document(one, "việc thứ nhất"),
                "2.txt", PartnerAgency.document(two, "việc thứ hai")));
        office.receive(first, "vp");
        Row mail = office.register().settledFrom(first.sender());
        String numbers = onlyEntry(one).get("so_den") + "/" + onlyEntry(one).get("nam") + ", "
                + onlyEntry(two).get("so_den") + "/" + onlyEntry(two).get("nam");
        assertThat(MessageBytes.parsed(office.mailIn(AGENCY, mail.id())).getHeader("X-VanThu-Number", null))
                .isEqualTo(numbers);
        assertThat(archived(one)).hasSize(3);

        Letter again = PartnerAgency.sign(PartnerAgency.letter(two, "việc thứ hai"));
        office.receive(again, "vp");
        Row repeat = office.register().settledFrom(again.sender());
        assertThat(entries(two)).hasSize(1);
        assertThat(MessageBytes.parsed(office.mailIn(AGENCY, repeat.id())).getHeader("X-VanThu-Number", null))
                .isEqualTo(onlyEntry(two).get("so_den") + "/" + onlyEntry(two).get("nam"));
        assertThat(office.register()
                        .query(
                                "SELECT * FROM lich_su_so WHERE so_dang_ky = 'den' AND viec = 'arrive' AND moi = ?",
                                "mail: " + repeat.id()))
                .hasSize(1);
    }

    @Test
    void documentsBeyondTheTwentiethAreAskedAboutTogether() throws Exception {
        String[] files = new String[44];
        for (int i = 0; i < 22; i++) {
            String code = PartnerAgency.newCode();
            files[2 * i] = code + ".txt";
            files[2 * i + 1] = PartnerAgency.document(code, "việc thứ " + i);
        }
        String last = PartnerAgency.lastCode();
        Letter letter = PartnerAgency.mail(files);
        office.receive(letter, "vp");
        Row mail = office.register().settledFrom(letter.sender());
        List<Row> waiting = office.register().query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", mail.id());
        assertThat(waiting).hasSize(21);
        assertThat(waiting)
                .extracting(row -> row.get("doc_duoc"))
                .filteredOn(read -> read.startsWith("Còn 2 văn bản"))
                .singleElement()
                .asString()
                .contains(last);

        MimeMessage question = question(mail.id());
        assertThat(question.getContent().toString()).contains(last, "chuyển tiếp", "KHÔNG VÀO SỔ");
        assertThat(reply(question, "VÀO SỔ\n")).contains("nhiều văn bản của một thư");
        assertThat(reply(question, "KHÔNG VÀO SỔ\nLý do: đã vào sổ từng văn bản\n"))
                .contains("Không vào sổ");
    }

    @Test
    void automaticMailAndForgedMailAreNotEntered() throws Exception {
        String code = PartnerAgency.newCode();
        Letter automatic = PartnerAgency.sign(PartnerAgency.letter(code, "tự động"))
                .withHeaders("Auto-Submitted: auto-generated\r\n");
        office.receive(automatic, "vp");
        Row mail = office.register().settledFrom(automatic.sender());
        assertThat(office.register().query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", mail.id()))
                .isEmpty();

        Letter altered =
                PartnerAgency.sign(PartnerAgency.letter(code, "giả mạo")).replace("9:00:00", "9:00:01");
        office.receive(altered, "vp");
        Row forged = office.register().settledFrom(altered.sender());
        assertThat(office.register().query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", forged.id()))
                .hasSize(1);
        assertThat(entries(code)).isEmpty();
    }

    @Test
    void whatAColleagueForwardsIsPutBeforeTheClerkWithItsOrigin() throws Exception {
        String code = PartnerAgency.newCode();
        Letter original = PartnerAgency.letter(code, "mời dự họp");
        String id = "<" + UUID.randomUUID() + "@thu.example>";
        String forward = "From: <" + address("chuyenvien1") + ">\r\nTo: <" + address("so") + ">\r\nSubject: Fwd\r\n"
                + "Message-ID: " + id + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=ngoai\r\n\r\n--ngoai\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Nhờ văn thư đăng ký giúp.\r\n--ngoai\r\nContent-Type: message/rfc822\r\n\r\n";
        byte[] bytes = Letter.join(
                Letter.join(forward.getBytes(StandardCharsets.UTF_8), original.bytes()),
                "\r\n--ngoai--\r\n".getBytes(StandardCharsets.UTF_8));
        office.client("chuyenvien1").send(new Letter(address("chuyenvien1"), "", bytes), address("so"));
        try (Mailbox mailbox = office.client("chuyenvien1").open()) {
            assertThat(MessageBytes.parsed(mailbox.only("In-Reply-To", id))
                            .getContent()
                            .toString())
                    .contains("Đã chuyển 1 văn bản cho văn thư");
        }
        MimeMessage question = question(code);
        String asked = ((MimeMultipart) question.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        assertThat(asked).contains(address("chuyenvien1"), "Thư gốc từ: ", original.sender(), "mời dự họp");
        assertThat(reply(question, "Vao so\n")).containsPattern("Số đến: \\d{2,}");
        assertThat(onlyEntry(code).get("hop_thu")).isEqualTo(address("vp"));
        await().until(() -> archived(code).size() == 3);
        assertThat(office.outside().takenFor(original.sender())).isEmpty();
    }

    @Test
    void aKillBetweenNumberAndFilingGivesOneNumberAndOneOfEachFile() throws Exception {
        try (Office own = Office.open(PartnerAgency::introduceTo)) {
            IncomingDocumentTest agency = new IncomingDocumentTest(own);
            for (int life = 0; life < 2; life++) {
                String code = PartnerAgency.newCode();
                Letter letter = PartnerAgency.sign(PartnerAgency.letter(code, "việc khẩn cấp"));
                own.receive(letter, "vp");
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> !agency.entries(code).isEmpty());
                own.gateway().kill();
                own.gateway().start();
                Row mail = own.register().settledFrom(letter.sender());

                Row entry = agency.onlyEntry(code);
                assertThat(MessageBytes.parsed(own.mailIn(AGENCY, mail.id())).getHeader("X-VanThu-Number", null))
                        .isEqualTo(entry.get("so_den") + "/" + entry.get("nam"));
                assertThat(agency.folder(entry)).hasSize(1);
                assertThat(agency.archived(code)).hasSize(3);
                own.outside().awaitMailFor(letter.sender());
            }
            assertThat(agency.auditArchive()).isZero();
            Path file = agency.archived(PartnerAgency.lastCode()).get(0);
            Files.delete(file);
            Files.writeString(file, "đã sửa");
            assertThat(agency.auditArchive()).isEqualTo(1);
        }
    }

    @Test
    void aDocumentWhoseKeptBytesAreGoneIsEnteredAndTheClerkIsTold() throws Exception {
        String code = PartnerAgency.newCode();
        Letter letter = PartnerAgency.letter(code, "bản gốc đã mất");
        assertThat(office.receive(letter, "vp")).startsWith("250");
        MimeMessage question = question(code);
        Path kept = office.gateway().data().resolve("held");
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(letter.sender())) {
                    Files.delete(file);
                }
            }
        }
        assertThat(reply(question, "VÀO SỔ\n"))
                .containsPattern("Số đến: \\d{2,}")
                .contains("CHÚ Ý: không lưu được tệp", "It could not be filed");
        assertThat(onlyEntry(code).get("so_den")).isNotEmpty();
        assertThat(archived(code)).isEmpty();
    }

    private List<Row> entries(String code) {
        return office.register()
                .query("SELECT * FROM so_van_ban_den WHERE so_ky_hieu = ? AND trang_thai = 'registered'", code);
    }

    private Row onlyEntry(String code) {
        List<Row> entries = entries(code);
        assertThat(entries).as(code).hasSize(1);
        return entries.get(0);
    }

    private MimeMessage question(String code) throws Exception {
        try (Mailbox mailbox = office.client("vanthu").open()) {
            return MessageBytes.parsed(mailbox.only("Subject", code));
        }
    }

    private String reply(MimeMessage question, String text) throws Exception {
        String id = "<" + UUID.randomUUID() + "@thu.example>";
        String to = question.getHeader("Reply-To", null);
        Letter letter = new Letter(
                address("vanthu"),
                "",
                ("From: <" + address("vanthu") + ">\r\nTo: <" + to
                                + ">\r\nSubject: Re: vao so\r\nMessage-ID: " + id + "\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                                + text.replace("\n", "\r\n") + "\r\nVào lúc 09:00 hệ thống đã viết:\r\n> VÀO SỔ\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        office.client("vanthu").send(letter, to);
        try (Mailbox mailbox = office.client("vanthu").open()) {
            return MessageBytes.parsed(mailbox.only("In-Reply-To", id))
                    .getContent()
                    .toString();
        }
    }

    /** What the folder of an entry's type and month holds of its mail. */
    private List<MimeMessage> folder(Row entry) throws Exception {
        String month = entry.get("ngay_den").substring(5, 7);
        try (Mailbox mailbox = office.client(AGENCY).open()) {
            return mailbox.in(List.of("Văn bản đến", entry.get("nam"), month, "Công văn"), entry.get("ma_thu"));
        }
    }

    private List<Path> archived(String code) throws Exception {
        try (Stream<Path> files = Files.walk(office.gateway().data().resolve("archive"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains("_" + code.replace('/', '-') + "_"))
                    .toList();
        }
    }

    private int auditArchive() throws Exception {
        try (AuditDatabase audit =
                AuditDatabase.open(RegisterSettings.embedded(office.gateway().data()))) {
            return audit.archive(
                    office.gateway().data().resolve("archive"),
                    0,
                    true,
                    Format.JSON.writer(new ByteArrayOutputStream()));
        }
    }

    private static String text(byte[] message) throws Exception {
        return MessageBytes.parsed(message).getContent().toString();
    }
}
