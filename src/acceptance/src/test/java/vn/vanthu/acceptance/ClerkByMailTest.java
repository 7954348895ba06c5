package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
import vn.vanthu.acceptance.harness.SmtpDialogue;
import vn.vanthu.register.book.Book;

/** The clerk keeps the books by mail to {@code so@}; nobody else does, and no program. */
@ExtendWith(SharedOffice.class)
class ClerkByMailTest {

    private static final String RESERVE =
            "CẤP SỐ\nLoại: Quyết định\nTrích yếu: Về việc ban hành Quy chế\nNgười ký: Nguyễn Giám Đốc\n";

    private final Office office;

    ClerkByMailTest(Office office) {
        this.office = office;
    }

    @Test
    void theClerkReservesCorrectsAndVoidsANumber() throws Exception {
        String reserved = MessageBytes.textOf(ask("vanthu", RESERVE));
        assertThat(reserved).containsPattern("Đã cấp số: \\d{2,}/QĐ-SNgV").contains("Number reserved");
        String code = reserved.replaceFirst("(?s).*Đã cấp số: (\\S+).*", "$1");

        assertThat(MessageBytes.textOf(
                        ask("vanthu", "sua " + code + "\nTrich yeu: Về việc sửa đổi Quy chế\nLy do: ghi nhầm\n")))
                .contains("Đã sửa số " + code, "Về việc sửa đổi Quy chế");
        assertThat(MessageBytes.textOf(ask("vanthu", "HỦY " + code + "\nLý do: không ban hành nữa\n")))
                .contains("Đã hủy số " + code);

        List<Row> history = office.register()
                .query("SELECT * FROM lich_su_so WHERE so_dang_ky = 'di' AND so_thu_tu = "
                        + Integer.parseInt(code.substring(0, code.indexOf('/'))) + " ORDER BY luc");
        assertThat(history).extracting(row -> row.get("viec")).containsExactly("reserve", "correct", "void");
        assertThat(history).extracting(row -> row.get("nguoi")).containsOnly(address("vanthu"));
    }

    @Test
    void aPaperIsEnteredAndItsDuplicateIsTold() throws Exception {
        String code = UUID.randomUUID().toString().substring(0, 8) + "/UBND-VX";
        String paper = "VÀO SỔ\nSố ký hiệu: " + code + "\nNgày: 20/11/2026\nCơ quan: UBND tỉnh\nLoại: Công văn\n"
                + "Trích yếu: Về việc đón đoàn khách\nNơi nhận: Phòng Lễ tân\n";
        assertThat(MessageBytes.textOf(ask("vanthu", paper)))
                .containsPattern("Số đến: \\d{2,}")
                .contains("Ngày: 20/11/2026")
                .doesNotContain("CHÚ Ý");
        assertThat(MessageBytes.textOf(ask("chanhvanphong", paper)))
                .containsPattern("Số đến: \\d{2,}")
                .contains("CHÚ Ý");

        assertThat(MessageBytes.textOf(ask("vanthu", "TÌM " + code)))
                .contains("Tìm thấy 2 văn bản", "Về việc đón đoàn khách");
        assertThat(workbook(ask("vanthu", "in so den\n"))).contains("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", code);
    }

    @Test
    void anIncompleteCommandChangesNothingAndSaysWhatIsMissing() throws Exception {
        int before = numbers();
        assertThat(MessageBytes.textOf(ask("vanthu", "CẤP SỐ\nLoại: Quyết định\nMàu: đỏ\n")))
                .contains("chưa có gì thay đổi", "Thiếu dòng \"Trích yếu:\"", "Thiếu dòng \"Người ký:\"", "Màu");
        assertThat(MessageBytes.textOf(ask("vanthu", "HỦY 01\nLý do: nhầm\n"))).contains("\"đến\" hoặc \"đi\"");
        assertThat(MessageBytes.textOf(ask("vanthu", "Kính gửi bộ phận quản trị\n")))
                .contains("không phải là một lệnh", "CẤP SỐ");
        assertThat(MessageBytes.textOf(ask("vanthu", "tro giup\n")))
                .contains("CẤP SỐ", "VÀO SỔ", "SỬA", "HỦY", "IN SỔ", "TÌM");
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void staffIsRefusedWithTheClause() throws Exception {
        int before = numbers();
        Letter letter = command("chuyenvien1", RESERVE);
        assertThat(MessageBytes.textOf(ask("chuyenvien1", letter))).contains("KHÔNG thực hiện", "văn thư", "Điều 8");
        assertThat(numbers()).isEqualTo(before);
        assertThat(decision(office.register().settledAbout(letter.subject()))).isEqualTo("refuse command-not-allowed");
    }

    @Test
    void nobodyCommandsWithoutALogin() throws Exception {
        int before = numbers();
        assertThat(office.receive(command("vanthu", RESERVE), "so")).startsWith("550");

        Letter outside = Letter.fromOutside("Cấp số");
        Letter letter = new Letter(outside.sender(), outside.subject(), body(outside.sender(), outside, RESERVE));
        assertThat(office.receive(letter, "so")).startsWith("250");
        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("ket_qua")).isEqualTo("refused");
        assertThat(decision(row)).isEqualTo("refuse command-without-login");
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void anAutomaticReplyIsNeverACommand() throws Exception {
        int before = numbers();
        Letter letter = command("vanthu", RESERVE).withHeaders("Auto-Submitted: auto-replied\r\n");
        office.client("vanthu").send(letter, address("so"));
        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("refused");
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void theSameBytesSentAgainAreANewCommandAndOthersGetTheMail() throws Exception {
        int before = numbers();
        Letter letter = command("vanthu", RESERVE);
        for (int i = 0; i < 2; i++) {
            try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
                dialogue.logIn(address("vanthu"), PASSWORD);
                assertThat(dialogue.send(address("vanthu"), letter.bytes(), address("so"), address("giamdoc")))
                        .startsWith("250");
            }
        }
        org.awaitility.Awaitility.await().until(() -> numbers() == before + 2);
        for (Row row : office.register().mails("chu_de", letter.subject())) {
            org.awaitility.Awaitility.await().until(() -> office.register()
                    .outcomesInWords(row.id())
                    .equals(address("giamdoc") + "=delivered " + address("so") + "=delivered"));
        }
    }

    @Test
    void aKillInBetweenGivesOneNumberAndOneAnswer() throws Exception {
        try (Office own = Office.open(gateway -> {})) {
            ClerkByMailTest clerk = new ClerkByMailTest(own);
            int expected = 0;
            for (long delay : new long[] {0, 100, 400}) {
                Letter letter = command("vanthu", RESERVE);
                own.client("vanthu").send(letter, address("so"));
                Thread.sleep(delay);
                own.gateway().kill();
                own.gateway().start();
                org.awaitility.Awaitility.await().until(() -> own.register().mails("chu_de", letter.subject()).stream()
                        .anyMatch(row -> row.get("ket_qua").equals("delivered")));
                expected++;
                assertThat(clerk.numbers(Book.OUTGOING)).isEqualTo(expected);
                try (Mailbox mailbox = own.client("vanthu").open()) {
                    assertThat(MessageBytes.textOf(MessageBytes.parsed(mailbox.only("In-Reply-To", messageId(letter)))))
                            .contains("Đã cấp số: 0" + expected + "/QĐ-SNgV");
                }
            }
        }
    }

    private int numbers(Book book) {
        return office.register()
                .query("SELECT DISTINCT so_thu_tu FROM so_dang_ky_tat_ca WHERE so_dang_ky = ?", book.code())
                .size();
    }

    private int numbers() {
        return office.register()
                .query("SELECT DISTINCT so_dang_ky, nam, so_thu_tu FROM so_dang_ky_tat_ca")
                .size();
    }

    private String decision(Row mail) {
        List<Row> rows = office.register()
                .query("SELECT * FROM nhat_ky_quyet_dinh WHERE quy_tac = 'AnswerCommand' AND ma_thu = ?", mail.id());
        assertThat(rows).hasSize(1);
        return rows.get(0).get("quyet_dinh") + " " + rows.get(0).get("ly_do");
    }

    private MimeMessage ask(String login, String text) throws Exception {
        return ask(login, command(login, text));
    }

    /** Sends the command and waits for its answer. */
    private MimeMessage ask(String login, Letter letter) throws Exception {
        office.client(login).send(letter, address("so"));
        try (Mailbox mailbox = office.client(login).open()) {
            byte[] answer = mailbox.only("In-Reply-To", messageId(letter));
            MimeMessage message = MessageBytes.parsed(answer);
            assertThat(message.getHeader("Return-Path", null)).isEqualTo("<>");
            assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
            assertThat(message.getHeader("Reply-To", null)).isEqualTo(address("so"));
            assertThat(message.getHeader("From", null)).isEqualTo(address("vanthu-he-thong"));
            return message;
        }
    }

    private static Letter command(String login, String text) {
        Letter letter = Letter.from(address(login), "Lenh");
        return new Letter(letter.sender(), letter.subject(), body(address(login), letter, text));
    }

    private static byte[] body(String from, Letter letter, String text) {
        return ("From: <" + from + ">\r\nTo: <" + address("so") + ">\r\nSubject: " + letter.subject()
                        + "\r\nMessage-ID: <" + UUID.randomUUID() + "@thu.example>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + text.replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String messageId(Letter letter) throws Exception {
        return MessageBytes.parsed(letter.bytes()).getMessageID();
    }

    /** All sheets of the attached book as XML. */
    private static String workbook(MimeMessage message) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).endsWith(".xlsx");
        Path file = Files.createTempFile("so", ".xlsx");
        try (InputStream in = parts.getBodyPart(1).getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return sheets(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String sheets(Path file) throws Exception {
        StringBuilder sheets = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return Pattern.compile("&#(x?)([0-9a-fA-F]+);")
                .matcher(sheets)
                .replaceAll(character -> Character.toString(
                        Integer.parseInt(character.group(2), character.group(1).isEmpty() ? 10 : 16)));
    }
}
