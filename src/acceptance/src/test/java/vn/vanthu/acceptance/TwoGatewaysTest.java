package vn.vanthu.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** Two gateways, each a process with a data folder of its own, on one register and one store of mailboxes in MariaDB. */
@SuppressWarnings("NullAway")
class TwoGatewaysTest {

    private static final int EACH = 8;

    private static MariaDbServer server;
    private static RegisterSettings mailboxes;
    private static Office one;
    private static GatewayProcess second;
    private static Office two;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        server = MariaDbServer.startOwn("--max-allowed-packet=64M");
        RegisterSettings register = server.newDatabase(folder);
        mailboxes = server.newDatabase(folder);
        one = Office.open(gateway -> gateway.registerIn(register).storeIn(mailboxes));
        second = GatewayProcess.in(folder).sendingTo(one.outside());
        second.registerIn(register).storeIn(mailboxes).conf().retryAfter("1s");
        second.start();
        two = one.at(second);
    }

    @AfterAll
    static void close() throws Exception {
        second.close();
        one.close();
        server.close();
    }

    @Test
    void mailThroughBothAtOnceArrivesOnceAndStandsInOneRegister() throws Exception {
        List<Letter> letters = new ArrayList<>();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 2 * EACH; i++) {
            Letter letter = Letter.fromOutside("Qua cổng " + i);
            Office office = i % 2 == 0 ? one : two;
            letters.add(letter);
            work.add(() -> office.receive(letter, "chuyenvien1", "letan", "chuyenvien2"));
        }
        assertThat(atOnce(work)).allMatch(answer -> answer.startsWith("250"));
        for (Letter letter : letters) {
            Row row = two.register().settledFrom(letter.sender());
            assertThat(row.get("ket_qua")).isEqualTo("delivered");
            assertThat(two.mailIn("chuyenvien1", row.id())).isNotEmpty();
            assertThat(one.mailIn("chuyenvien1", row.id())).isNotEmpty();
        }
        assertThat(one.gateway().log() + second.log()).doesNotContain("cannot be written");
        // chuyenvien2 gets no notice of any kind; leaders get the seal head at 07:00.
        assertThat(counted("chuyenvien2")).isEqualTo(letters.size());
    }

    /** How many mails the store counts for somebody's quota. */
    private static long counted(String mailbox) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(mailboxes.url(), mailboxes.adminUser(), mailboxes.adminPassword());
                PreparedStatement query = connection.prepareStatement("SELECT CURRENTQUOTA_MESSAGECOUNT"
                        + " FROM JAMES_QUOTA_CURRENTQUOTA WHERE CURRENTQUOTA_QUOTAROOT LIKE ?")) {
            query.setString(1, "%&" + address(mailbox));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    @Test
    void numbersTakenThroughBothAtOnceAreUniqueAndWithoutGapAndTheSealsAreOneChain() throws Exception {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 2 * EACH; i++) {
            Letter command = Letter.from(address("vanthu"), "Cấp số " + i)
                    .withBody("CẤP SỐ\nLoại: Quyết định\nTrích yếu: Số " + i + "\nNgười ký: Nguyễn Giám Đốc\n");
            Office office = i % 2 == 0 ? one : two;
            work.add(() -> {
                office.client("vanthu").send(command, address("so"));
                return "";
            });
        }
        atOnce(work);
        String numbers = "SELECT so_thu_tu, ten_loai_va_trich_yeu FROM so_van_ban_di ORDER BY so_thu_tu";
        await().atMost(Duration.ofMinutes(2))
                .until(() -> one.register().query(numbers).size() == 2 * EACH);
        assertThat(two.register().query(numbers))
                .extracting(row -> Integer.valueOf(row.get("so_thu_tu")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2 * EACH).boxed().toList());

        Ended verified = second.command("audit", "verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    @Test
    void whatOneHoldsIsDecidedThroughTheOtherAndLeavesOnce() throws Exception {
        Letter letter = official();
        String place = UUID.randomUUID() + "@tinh.example";
        one.client("chuyenvien1").send(letter, place);
        String id = two.register().about(letter.subject()).id();
        MimeMessage question = question(two, id);

        Letter answer = Letter.from(address("truongphong.letan"), "Re: duyệt").withBody("DUYỆT\n");
        two.client("truongphong.letan").send(answer, question.getHeader("Reply-To", null));

        one.outside().awaitMailFor(place);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(two.register().outcomesInWords(id)).isEqualTo(place + "=relayed"));
        assertThat(two.register().query("SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = ?", id))
                .extracting(row -> row.get("trang_thai") + " " + row.get("nguoi_duyet"))
                .containsExactly("released " + address("truongphong.letan"));
        assertThat(one.outside().takenFor(place)).hasSize(1);
    }

    /** The question in the mailbox of who is asked, as the other gateway shows it. */
    private static MimeMessage question(Office office, String id) throws Exception {
        String asked = "SELECT * FROM nhat_ky_thu WHERE chu_de LIKE ? AND chu_de LIKE ?";
        String notice = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> office.register().query(asked, "Đề nghị duyệt: %", "%" + id + "%").stream()
                                .filter(row -> row.get("ket_qua").equals("delivered"))
                                .toList(),
                        rows -> !rows.isEmpty())
                .get(0)
                .id();
        try (Mailbox mailbox = office.client("truongphong.letan").open()) {
            return MessageBytes.parsed(mailbox.mail(notice));
        }
    }

    private static Letter official() {
        Letter letter = Letter.from(address("letan"), "Thông báo")
                .withBody("PHÒNG LỄ TÂN\n\nKính gửi: Quý cơ quan\n\nPhòng Lễ tân thông báo lịch đón đoàn.\n\n"
                        + "TRƯỞNG PHÒNG\n\nHoàng Lễ Tân\n");
        assertThat(new String(letter.bytes(), UTF_8)).contains("Hoàng Lễ Tân");
        return letter;
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
