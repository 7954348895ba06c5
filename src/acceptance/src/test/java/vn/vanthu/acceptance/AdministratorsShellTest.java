package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** What is typed beside the running gateway is in the register, with who typed it; and the day's seal head is sent out. */
@SuppressWarnings("NullAway")
class AdministratorsShellTest {

    private static final String INSPECTOR = "thanhtra@tinh.example";
    private static final String ME = System.getProperty("user.name");

    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = Office.open(gateway ->
                gateway.conf().set("vanthu.timezone", zoneWhereItIsNoon()).set("vanthu.seal.recipients", INSPECTOR));
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    private static String zoneWhereItIsNoon() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int ahead = 12 - hour;
        return ahead == 0 ? "UTC" : "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead);
    }

    @Test
    void theClerksWorkInTheShellNamesBothWhoOrderedAndWhoTyped() throws Exception {
        Ended reserved = office.gateway()
                .command(
                        "book",
                        "reserve",
                        "--as",
                        "vanthu",
                        "--reason",
                        "Văn thư nghỉ phép",
                        "--type",
                        "QĐ",
                        "--subject",
                        "Về việc trực Tết",
                        "--signer",
                        "Nguyễn Giám Đốc");
        assertThat(reserved.exitCode()).as(reserved.output()).isZero();
        assertThat(reserved.output()).contains("Đã cấp số: 01/QĐ-SNgV");
        assertThat(office.register().query("SELECT * FROM lich_su_so WHERE viec = 'reserve'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("nguoi")).isEqualTo(address("vanthu") + " (" + who(row) + ")"))
                .satisfies(row -> assertThat(row.get("ly_do")).isEqualTo("Văn thư nghỉ phép"));

        Ended refused = office.gateway()
                .command("book", "void", "outgoing", "01", "--as", "chuyenvien1", "--reason", "không ban hành");
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("chỉ dành cho", "Điều 8");
    }

    private static String who(Row row) {
        return row.get("nguoi").contains(ME + " (sudo") ? ME + " (sudo " + System.getenv("SUDO_USER") + ")" : ME;
    }

    @Test
    void accountsMailboxesOfOthersAndAuditorsQuestionsAreLogged() throws Exception {
        assertThat(office.gateway().command("user", "lock", "phogiamdoc").exitCode())
                .isZero();
        try (Mailbox opened =
                office.client("vp*vanthu", Office.PASSWORD, Security.STARTTLS).open()) {
            assertThat(opened.count()).isNotNegative();
        }
        assertThat(office.gateway().command("audit", "search", "trực Tết").exitCode())
                .isZero();
        List<Row> acts = office.register().query("SELECT * FROM nhat_ky_quan_tri ORDER BY luc");
        assertThat(acts)
                .anyMatch(row -> row.get("viec").equals("gateway-started"))
                .anyMatch(row -> row.get("viec").equals("account-locked")
                        && row.get("doi_tuong").equals(address("phogiamdoc"))
                        && row.get("tai_khoan_he_thong").startsWith(ME))
                .anyMatch(row -> row.get("viec").equals("mailbox-opened")
                        && row.get("doi_tuong").equals(address("vp"))
                        && row.get("nguoi").equals(address("vanthu")));
        assertThat(office.register().query("SELECT * FROM nhat_ky_tra_cuu"))
                .anyMatch(row -> row.get("cau_hoi").contains("search trực Tết")
                        && row.get("tai_khoan_he_thong").startsWith(ME));
    }

    @Test
    void whoseAccountOrRightsChangeIsTold() throws Exception {
        Ended made = office.gateway().command("user", "passwd", "chuyenvien2", "--generate");
        assertThat(made.exitCode()).as(made.output()).isZero();
        String password = made.output().strip().replaceFirst("(?s).*  ", "");
        office.gateway()
                .conf()
                .replace(
                        "organization.xml",
                        "mailbox=\"lanhsu\" person=\"chuyenvien2\"",
                        "mailbox=\"letan\" person=\"chuyenvien2\"");

        assertThat(notice("chuyenvien2", password, "Mật khẩu của anh/chị đã được đổi / your password was changed"))
                .contains("24 giờ", "quản trị " + ME, "Điều 5 khoản 3 điểm h");
        assertThat(notice(
                        "chuyenvien2",
                        password,
                        "Vai trò, quyền của anh/chị đã thay đổi / your role or rights changed"))
                .contains("+ " + address("letan"), "- " + address("lanhsu"));
        assertThat(office.register().query("SELECT * FROM nhat_ky_quan_tri WHERE viec = 'access-changed'"))
                .extracting(row -> row.get("doi_tuong"))
                .contains(address("chuyenvien2"));

        office.gateway()
                .conf()
                .replace(
                        "organization.xml",
                        "<assignment mailbox=\"letan\" person=\"chuyenvien2\" may=\"send, open\"/>",
                        "")
                .replace(
                        "organization.xml",
                        "<person mailbox=\"chuyenvien2\" name=\"Bùi Chuyên Viên\" title=\"Chuyên viên\" role=\"staff\""
                                + " unit=\"lanhsu\"/>",
                        "");
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> assertThat(
                        mailsOf("chuyenvien2", password))
                .anyMatch(text -> text.contains("- vai trò/role: staff")));
    }

    private static List<String> mailsOf(String login, String password) throws Exception {
        List<String> texts = new ArrayList<>();
        String subject = "Vai trò, quyền của anh/chị đã thay đổi / your role or rights changed";
        for (Row row : office.register().query("SELECT ma_thu FROM nhat_ky_thu WHERE chu_de = ?", subject)) {
            try (Mailbox mailbox =
                    office.client(login, password, Security.STARTTLS).open()) {
                MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mailbox.mail(row.id())));
                texts.add(String.valueOf(message.getContent()));
            }
        }
        return texts;
    }

    private static String notice(String login, String password, String subject) throws Exception {
        String id = office.register().settledAbout(subject).id();
        try (Mailbox mailbox = office.client(login, password, Security.STARTTLS).open()) {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mailbox.mail(id)));
            return String.valueOf(message.getContent());
        }
    }

    @Test
    void theSealHeadIsMailedOnceADayAlsoOverARestartAndProvesTheRegister() throws Exception {
        Taken mail = office.outside().awaitMailFor(INSPECTOR);

        office.gateway().kill();
        office.gateway().start();
        await().until(() -> office.gateway().log().split("was handed over for the mail of", -1).length == 3);
        await().until(() ->
                office.register().query("SELECT * FROM nhat_ky_nguoi_nhan WHERE nguoi_nhan = ?", INSPECTOR).stream()
                        .allMatch(row -> row.get("ket_qua").equals("relayed")));
        assertThat(office.register().query("SELECT * FROM nhat_ky_nguoi_nhan WHERE nguoi_nhan = ?", INSPECTOR))
                .hasSize(1);
        assertThat(office.outside().takenFor(INSPECTOR)).hasSize(1);

        Path saved = Files.write(office.gateway().data().resolve("head.eml"), mail.message());
        Ended verified = office.gateway().command("audit", "verify", "--head", saved.toString());
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("Nguyên vẹn").doesNotContain("--head");
    }
}
