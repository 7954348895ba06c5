package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** What people, programs and the book do to an approval that it must stand. */
@ExtendWith(SharedOffice.class)
class ApprovalFaultsTest extends ApprovalScenario {

    private static final Path REPLIES = Path.of("src/test/resources/vn/vanthu/acceptance/approval-replies");

    ApprovalFaultsTest(Office office) {
        super(office);
    }

    /** Each file is a reply and what becomes of it; after all of them nothing is decided. */
    @Test
    void noneOfTheseRepliesDecides() throws Exception {
        Letter sentBack = official("Bản cũ");
        office.client("vanthu").send(sentBack, place());
        MimeMessage old = question("giamdoc", sentBack);
        assertThat(reply("giamdoc", old, "YÊU CẦU SỬA ngày họp")).contains("Đã yêu cầu sửa");

        Letter letter = official("Bản mới");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        Map<String, String> addresses = Map.of(
                "{key}", keyAddress(question),
                "{old-key}", keyAddress(old),
                "{forged}", NOTICES.replace("@", "+approval-" + "0".repeat(26) + "@"));
        try (Stream<Path> files = Files.list(REPLIES)) {
            for (Path file : files.sorted().toList()) {
                assertThat(outcome(file, addresses))
                        .as(file.getFileName().toString())
                        .isTrue();
            }
        }
        assertThat(approvals(id)).isEqualTo("pending " + address("giamdoc"));
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(reply("giamdoc", question, "DUYỆT")).contains("Đã duyệt");
        office.outside().awaitMailFor(place);
    }

    private boolean outcome(Path file, Map<String, String> addresses) throws Exception {
        String text =
                Files.readString(file).replace("{unique}", UUID.randomUUID().toString());
        for (Map.Entry<String, String> entry : addresses.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        String[] halves = text.split("(?m)^---\\n", 2);
        Map<String, String> facts = Arrays.stream(halves[0].split("\n"))
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        byte[] bytes = halves[1].replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Letter reply =
                new Letter(fact(facts, "sender"), MessageBytes.parsed(bytes).getSubject(), bytes);
        String smtp = send(reply, facts);
        String[] expected = fact(facts, "expect").split(" ", 2);
        return switch (expected[0]) {
            case "smtp" -> smtp.startsWith(expected[1]);
            case "refused" ->
                office.register().settledAbout(reply.subject()).get("ket_qua").equals("refused");
            default -> answerTo(fact(facts, "login"), reply).contains(expected[1]);
        };
    }

    private static String fact(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private String send(Letter reply, Map<String, String> facts) throws Exception {
        if (facts.containsKey("via")) {
            return office.receive(reply, fact(facts, "to"));
        }
        try (SmtpDialogue dialogue = office.submissionAs(fact(facts, "login"))) {
            return dialogue.send(reply.sender(), reply.bytes(), fact(facts, "to"));
        }
    }

    @Test
    void ofTwoRepliesAtOnceOneDecidesAndItLeavesOnceOrNever() throws Exception {
        Letter letter = official("Hai trả lời");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        List<Letter> replies = Stream.of("DUYỆT", "TỪ CHỐI vì sai", "DUYỆT", "TỪ CHỐI vì sai")
                .map(line -> answer("giamdoc", keyAddress(question), line))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(replies.size());
        try {
            for (Future<?> sent : threads.invokeAll(replies.stream()
                    .map(reply -> (Callable<?>) () -> {
                        office.client("giamdoc").send(reply, keyAddress(question));
                        return null;
                    })
                    .toList())) {
                sent.get();
            }
        } finally {
            threads.shutdown();
        }
        boolean approved = answerTo("giamdoc", replies.get(0)).contains("Đã duyệt");
        assertThat(answerTo("giamdoc", replies.get(2)).contains("Đã duyệt")).isEqualTo(approved);
        assertThat(answerTo("giamdoc", replies.get(1)).contains("Đã từ chối")).isNotEqualTo(approved);
        assertThat(answerTo("giamdoc", replies.get(3)).contains("Đã từ chối")).isNotEqualTo(approved);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(office.register().outcomesInWords(id))
                        .isEqualTo(place + (approved ? "=relayed" : "=refused")));
        assertThat(office.outside().takenFor(place)).hasSize(approved ? 1 : 0);
    }

    @Test
    void staffQuoteWhatWasApprovedForTheReaderAndNothingElse() throws Exception {
        String code = reserved();
        Letter letter = document(code, "Được trích");
        String place = place();
        office.client("vanthu").send(letter, place);
        assertThat(reply("giamdoc", question("giamdoc", letter), "DUYỆT")).contains("Đã duyệt");
        office.outside().awaitMailFor(place);

        Letter faithful = quoting(letter, text -> text);
        office.client("chuyenvien1").send(faithful, place);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(office.outside().takenFor(place)).hasSize(2));

        Letter altered = quoting(letter, text -> text.replace(code, "99/GM-SNgV"));
        office.client("chuyenvien1").send(altered, place);
        assertHeld(altered);
        Letter toAnother = quoting(letter, text -> text);
        office.client("chuyenvien1").send(toAnother, place, place());
        assertHeld(toAnother);
        assertThat(office.outside().takenFor(place)).hasSize(2);
    }

    private void assertHeld(Letter letter) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        office.register().about(letter.subject()).get("ket_qua"))
                .isEqualTo("held"));
    }

    private Letter quoting(Letter letter, java.util.function.UnaryOperator<String> change) throws Exception {
        MimeMessage original = MessageBytes.parsed(letter.bytes());
        String quoted = change.apply(MessageBytes.textOf(original))
                .lines()
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
        return letter(
                        address("chuyenvien1"),
                        "khach@tinh.example",
                        "Re: trao doi " + UUID.randomUUID(),
                        "Dạ đúng rồi ạ, như công văn bên dưới.\n\nĐặng Chuyên Viên\n\n" + quoted + "\n")
                .withHeaders("In-Reply-To: " + original.getMessageID() + "\r\n");
    }

    @Test
    void aCorrectedDraftTakesThePlaceOfTheOneThatStillWaits() throws Exception {
        String code = reserved();
        Letter first = document(code, "Mời họp giao ban");
        String place = place();
        office.client("vanthu").send(first, place);
        MimeMessage old = question("giamdoc", first);
        String text = MessageBytes.textOf(MessageBytes.parsed(first.bytes()));
        assertThat(text).contains("trân trọng");
        Letter second = letter(address("vp"), place, "Sửa: " + first.subject(), text.replace("trân trọng", "kính"));
        office.client("vanthu").send(second, place, place());
        MimeMessage question = question("giamdoc", second);
        assertThat(MessageBytes.textOf(question)).contains("So với bản trước", "đã rút lại", "THÊM NƠI NHẬN");
        String id = office.register().about(first.subject()).id();
        assertThat(MessageBytes.textOf(office.notice("vanthu", "Đã rút: " + first.subject() + " (" + id + ")")))
                .contains("đã thay bằng bản mới");
        assertThat(reply("giamdoc", old, "DUYỆT")).contains("KHÔNG thực hiện", "đã rút lại");
        assertThat(reply("giamdoc", question, "DUYỆT")).contains("Đã duyệt");
        assertThat(MessageBytes.textOf(
                        MessageBytes.parsed(office.outside().awaitMailFor(place).message())))
                .contains("kính");
        assertThat(office.outside().takenFor(place)).hasSize(1);
    }

    /** The number of the document stands in the real book; it was given to another document, or voided. */
    @Test
    void theClerkSettlesANumberThatDoesNotFitTheBook() throws Exception {
        String code = reserved();
        Letter first = document(code, "Mời họp tổng kết");
        office.client("vanthu").send(first, place());
        question("giamdoc", first);
        Letter second = document(code, "Mời dự lễ ký kết");
        String place = place();
        office.client("vanthu").send(second, place);
        String id = office.register().about(second.subject()).id();
        MimeMessage clerk = office.notice("vanthu", "Kiểm tra số văn bản đi: " + second.subject() + " (" + id + ")");
        assertThat(MessageBytes.textOf(clerk)).contains("KIỂM TRA LẠI", "TRẢ LẠI");
        assertThat(reply("giamdoc", question("giamdoc", second), "DUYỆT"))
                .contains("Đã duyệt", "Văn thư phải giải quyết số văn bản trước");
        assertThat(reply("vanthu", clerk, "KIỂM TRA LẠI")).contains("CHƯA thực hiện");
        assertThat(reply("chuyenvien1", clerk, "CHẤP NHẬN vì đúng")).contains("KHÔNG thực hiện");
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(reply("vanthu", clerk, "TRẢ LẠI: lấy số khác")).contains("Đã trả lại");
        assertThat(MessageBytes.textOf(
                        office.notice("vanthu", "Không được duyệt: " + second.subject() + " (" + id + ")")))
                .contains("lấy số khác");

        String voided = reserved();
        assertThat(command("vanthu", address("so"), "HỦY " + voided + "\nLý do: ghi nhầm", ""))
                .contains("Đã hủy số " + voided);
        Letter third = document(voided, "Mời dự hội thảo");
        office.client("vanthu").send(third, place);
        String thirds = office.register().about(third.subject()).id();
        MimeMessage again = office.notice("vanthu", "Kiểm tra số văn bản đi: " + third.subject() + " (" + thirds + ")");
        assertThat(reply("vanthu", again, "CHẤP NHẬN vì đã đóng dấu trên bản giấy"))
                .contains("Đã chấp nhận");
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(reply("giamdoc", question("giamdoc", third), "DUYỆT")).contains("Đã duyệt");
        office.outside().awaitMailFor(place);
    }

    /** No question is asked about it; its number counts all the same. */
    @Test
    void whatALeaderSendsHimselfStandsInTheBook() throws Exception {
        String code = reserved();
        Letter first = document(address("giamdoc"), code, "Mời dự tọa đàm");
        String place = place();
        office.client("giamdoc").send(first, place);
        office.outside().awaitMailFor(place);
        String id = office.register().about(first.subject()).id();
        assertThat(
                        office
                                .register()
                                .query("SELECT ma_thu, trang_thai FROM so_van_ban_di WHERE so_ky_hieu = ?", code)
                                .stream()
                                .map(row -> row.id() + " " + row.get("trang_thai")))
                .containsExactly(id + " registered");

        Letter second = document(address("giamdoc"), code, "Mời dự khai trương");
        String elsewhere = place();
        office.client("giamdoc").send(second, elsewhere);
        String held = office.register().about(second.subject()).id();
        office.notice("vanthu", "Kiểm tra số văn bản đi: " + second.subject() + " (" + held + ")");
        assertThat(office.outside().takenFor(elsewhere)).isEmpty();
    }

    private String reserved() throws Exception {
        String said = command(
                "vanthu",
                address("so"),
                "CẤP SỐ\nLoại: Giấy mời\nTrích yếu: Mời họp " + UUID.randomUUID() + "\nNgười ký: Nguyễn Giám Đốc",
                "");
        assertThat(said).contains("Đã cấp số: ");
        return said.replaceFirst("(?s).*Đã cấp số: (\\S+).*", "$1");
    }

    private Letter document(String code, String about) {
        return document(address("vp"), code, about);
    }

    private Letter document(String from, String code, String about) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String date =
                "ngày %02d tháng %02d năm %d".formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear());
        String text = "UBND TỈNH BÌNH ĐỊNH\n"
                + "SỞ NGOẠI VỤ\n\n"
                + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "Độc lập - Tự do - Hạnh phúc\n\n"
                + "Số: "
                + code + "\nBình Định, " + date + "\n\nGIẤY MỜI\n" + about
                + "\n\n"
                + "Kính gửi: Công ty ABC\n\n"
                + "Sở Ngoại vụ trân trọng kính mời Quý Công ty dự họp.\n\n"
                + "Nơi nhận:\n"
                + "- Như trên;\n"
                + "- Lưu: VT.\n\n"
                + "GIÁM ĐỐC\n\n"
                + "Nguyễn Giám Đốc\n";
        return letter(from, "quy.co.quan@tinh.example", about + " " + UUID.randomUUID(), text);
    }

    @Test
    void aMailOf25MegabytesIsHeldAndLeavesByteForByte() throws Exception {
        Letter small = official("Thư lớn");
        String text = MessageBytes.textOf(MessageBytes.parsed(small.bytes()));
        String body =
                "--lon\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text
                        + "\r\n"
                        + "--lon\r\n"
                        + "Content-Type: application/pdf; name=\"ban-do.pdf\"\r\n"
                        + "Content-Disposition: attachment; filename=\"ban-do.pdf\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(pdf(18_700_000)) + "\r\n--lon--\r\n";
        String header = MessageBytes.header(small.bytes())
                .replace("Content-Type: text/plain; charset=utf-8", "Content-Type: multipart/mixed; boundary=lon");
        Letter letter = new Letter(
                small.sender(), small.subject(), (header.strip() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
        assertThat(letter.bytes().length).isGreaterThan(25_000_000);
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        assertThat(MessageBytes.asItCame(originalIn(question))).isEqualTo(letter.bytes());
        assertThat(reply("giamdoc", question, "DUYỆT")).contains("Đã duyệt");
        assertThat(MessageBytes.asItCame(office.outside().awaitMailFor(place).message()))
                .isEqualTo(letter.bytes());
    }

    /** One page, and an object of so many bytes that cannot be packed. */
    private static byte[] pdf(int size) {
        byte[] noise = new byte[size];
        new Random(7).nextBytes(noise);
        String page = "BT /F1 24 Tf 72 700 Td (Ban do duong di) Tj ET";
        List<byte[]> objects = List.of(
                ascii("<</Type/Catalog/Pages 2 0 R>>"),
                ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1"
                        + " 5 0 R>>>>>>"),
                ascii("<</Length " + page.length() + ">>stream\n" + page + "\nendstream"),
                ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                Letter.join(Letter.join(ascii("<</Length " + size + ">>stream\n"), noise), ascii("\nendstream")));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.4\n"));
        StringBuilder places = new StringBuilder("xref\n0 7\n0000000000 65535 f \n");
        for (byte[] object : objects) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
            file.writeBytes(ascii((objects.indexOf(object) + 1) + " 0 obj"));
            file.writeBytes(object);
            file.writeBytes(ascii("\nendobj\n"));
        }
        int start = file.size();
        file.writeBytes(ascii(places + "trailer<</Size 7/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF"));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
