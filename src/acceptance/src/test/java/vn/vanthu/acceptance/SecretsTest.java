package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** A mail with a secrecy mark is refused at the end of DATA, and nothing of it stays. */
@ExtendWith(SharedOffice.class)
class SecretsTest {

    /** A word that stands nowhere else. */
    private static final String CONTENT = "DacTinh" + System.nanoTime();

    private final Office office;

    SecretsTest(Office office) {
        this.office = office;
    }

    @Test
    void aMarkInAFileInAnArchiveIsRefusedOnPort25AndNothingStays() throws Exception {
        String sender = "bimat" + System.nanoTime() + "@so.example";
        byte[] archive = zip("vanban/cv.txt", "SỞ NGOẠI VỤ\r\n| M Ậ T |\r\n" + CONTENT + "\r\n");
        try (SmtpDialogue dialogue = office.fromOutside()) {
            assertThat(dialogue.send(sender, mail(sender, CONTENT, archive), address("vp")))
                    .startsWith("550 5.7.1")
                    .contains("Dieu 3 khoan 1", "giay")
                    .doesNotContain(CONTENT);
        }
        Row row = office.register().settledFrom(sender);
        assertThat(row.get("quyet_dinh")).isEqualTo("refuse");
        assertThat(row.get("ly_do")).isEqualTo("secrecy-mark");
        assertThat(row.get("ket_qua")).isEqualTo("refused");
        assertThat(row.get("nguoi_nhan")).contains(address("vp"));
        assertThat(List.of(row.get("chu_de"), row.get("message_id"), row.get("sha256"), row.get("nguoi_gui")))
                .allMatch(String::isEmpty);
        Row notice = office.register().settledAbout("Đã từ chối một thư mang dấu mật (" + row.id() + ")");
        assertThat(notice.get("nguoi_nhan")).contains("chanhvanphong");

        String again = "bimat" + System.nanoTime() + "@so.example";
        try (SmtpDialogue dialogue = office.fromOutside()) {
            assertThat(dialogue.send(again, mail(again, CONTENT, archive), address("vp")))
                    .startsWith("550 5.7.1");
        }
        Row second = office.register().settledFrom(again);
        assertThat(second.get("ket_qua")).isEqualTo("refused");
        assertThat(office.register()
                        .query("SELECT chu_de FROM nhat_ky_thu WHERE chu_de LIKE ?", "%" + second.id() + "%"))
                .as("told with others later: anybody could flood the Office")
                .isEmpty();
        assertThat(filesThatHold(office.gateway().data(), CONTENT)).isEmpty();
    }

    @Test
    void aMarkInTheSubjectIsRefusedOnSubmissionAndPlainTalkOfSecretsIsNot() throws Exception {
        String sender = address("chuyenvien1");
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            dialogue.logIn(sender, PASSWORD);
            String subject = "=?utf-8?B?"
                    + Base64.getEncoder().encodeToString("[MẬT] Kế hoạch".getBytes(StandardCharsets.UTF_8)) + "?=";
            assertThat(dialogue.send(sender, mail(sender, subject, zip("a.txt", "x")), address("giamdoc")))
                    .startsWith("550 5.7.1");
            String about = "=?utf-8?B?"
                    + Base64.getEncoder().encodeToString("Đổi mật khẩu, bảo mật".getBytes(StandardCharsets.UTF_8))
                    + "?=";
            assertThat(dialogue.send(
                            sender,
                            mail(sender, about, zip("a.txt", "Không gửi văn bản mật qua thư.")),
                            address("giamdoc")))
                    .startsWith("250");
        }
    }

    @Test
    void aMailProgramPutsNoSecretIntoAFolder() throws Exception {
        String sender = address("chuyenvien2");
        try (Mailbox mailbox = office.client("chuyenvien2").open()) {
            String about = "Ban nhap " + UUID.randomUUID();
            byte[] secret = mail(sender, about, zip("cv.txt", "SỞ NGOẠI VỤ\r\nTỐI MẬT\r\n"));
            assertThatThrownBy(() -> mailbox.append(secret)).hasMessageContaining("Dieu 3 khoan 1");
            mailbox.append(mail(sender, about, zip("cv.txt", "SỞ NGOẠI VỤ\r\nKhông có gì\r\n")));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(mailbox.all("Subject")).containsOnlyOnce(about));
        }
        assertThat(office.register().query("SELECT * FROM nhat_ky_thu WHERE tai_khoan = ?", sender))
                .anyMatch(row -> row.get("ly_do").equals("secrecy-mark")
                        && row.get("ket_qua").equals("refused")
                        && row.get("chu_de").isEmpty());
    }

    private static byte[] mail(String sender, String subject, byte[] archive) {
        return ("From: " + sender + "\r\nSubject: " + subject + "\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nXin gui.\r\n--b\r\n"
                        + "Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(archive) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(String name, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Path> filesThatHold(Path folder, String text) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (java.io.IOException e) {
            // a temporary file that is gone by now
            return false;
        }
    }
}
