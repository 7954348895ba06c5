package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** Mail from other servers to our mailboxes, wherever the gateway keeps its data. */
abstract class IncomingMail {

    final Office office;

    IncomingMail(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @CsvSource({"giamdoc, giamdoc", "vp, vp*vanthu", "letan, letan*chuyenvien1"})
    void reachesPeopleTheAgencyAndUnits(String mailbox, String login) throws Exception {
        Letter letter = Letter.fromOutside("Giấy mời họp");
        assertThat(office.receive(letter, mailbox)).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("chieu")).isEqualTo("den");
        assertThat(row.get("chu_de")).isEqualTo(letter.subject());
        assertThat(row.get("nguoi_nhan")).isEqualTo(address(mailbox));
        assertThat(row.get("dia_chi_ip")).isEqualTo("127.0.0.1");
        assertThat(row.get("tai_khoan")).isEmpty();
        assertThat(row.get("quyet_dinh")).isEqualTo("deliver");
        assertThat(row.get("ket_qua")).isEqualTo("delivered");
        assertThat(MessageBytes.asItCame(office.mailIn(login, row.id()))).isEqualTo(letter.bytes());
    }

    @Test
    void theRegisterHoldsSizeAndHashOfTheBytesAfterData() throws Exception {
        Letter letter = Letter.fromOutside("Báo cáo").grownBy(300_000);
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("kich_thuoc")).isEqualTo(String.valueOf(letter.bytes().length));
        assertThat(row.get("sha256")).isEqualTo(MessageBytes.sha256(letter.bytes()));
    }

    @Test
    void rawSubjectBytesArriveAsTheyCame() throws Exception {
        // In no encoding of Vietnamese, so that no conversion touches it.
        String subject = "\u00FF\u0080\u00AD \u0081\u008D";
        Letter letter = Letter.fromOutside("cu");
        letter = letter.replace("Subject: " + letter.subject(), "Subject: " + subject);
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        byte[] delivered = office.mailIn("vanthu", row.id());
        assertThat(new String(delivered, StandardCharsets.ISO_8859_1)).contains("Subject: " + subject);
        assertThat(MessageBytes.asItCame(delivered)).isEqualTo(letter.bytes());
    }

    @Test
    void twentyFiveMegabytesArrive() throws Exception {
        Letter letter = Letter.fromOutside("Bản vẽ").grownBy(25 * 1024 * 1024);
        assertThat(office.receive(letter, "chuyenvien2")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("sha256")).isEqualTo(MessageBytes.sha256(letter.bytes()));
        byte[] delivered = office.mailIn("chuyenvien2", row.id());
        assertThat(MessageBytes.sha256(MessageBytes.asItCame(delivered))).isEqualTo(row.get("sha256"));
    }

    @Test
    void aMessageOverTheLimitIsRefused() throws Exception {
        Letter letter = Letter.fromOutside("Quá lớn").grownBy(41 * 1024 * 1024);
        assertThat(office.receive(letter, "vanthu")).startsWith("552");
    }

    @Test
    void forgedMarksOfOursAreRemovedAndTheIdIsSet() throws Exception {
        Letter letter = Letter.fromOutside("Giả mạo")
                .withHeaders("X-VanThu-Id: 00000000-0000-0000-0000-000000000000\r\nX-VanThu-Decision: deliver\r\n"
                        + "x-spam-flag: NO\r\nX-Spam-Score: -9\r\nX-Spam-Status: No\r\n"
                        + "Authentication-Results: vanthu; dkim=pass\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        String header = MessageBytes.header(office.mailIn("vanthu", row.id()));
        assertThat(header).containsOnlyOnce("X-VanThu-Id: " + row.id());
        assertThat(header)
                .doesNotContain("00000000-0000", "X-VanThu-Decision")
                .doesNotContain("X-Spam-Score: -9", "X-Spam-Status: No\r\n", "x-spam-flag")
                .doesNotContain("Authentication-Results: vanthu;", "dkim=pass")
                .containsOnlyOnce("X-Spam-Status:")
                .containsOnlyOnce("Authentication-Results:");
    }

    @Test
    void anUnknownMailboxIsRefusedAtOnce() throws Exception {
        assertThat(office.receive(Letter.fromOutside("Lạc"), "khongco")).startsWith("550");
    }

    @Test
    void port25RelaysForNobody() throws Exception {
        assertThat(office.receive(Letter.fromOutside("Nhờ chuyển"), "ai.do@noikhac.example"))
                .matches("55[04].*");
        assertThat(office.outside().attempts("ai.do@noikhac.example")).isZero();
    }

    @Test
    void oneMailToSeveralMailboxesIsOneRow() throws Exception {
        Letter letter = Letter.fromOutside("Gửi nhiều nơi");
        assertThat(office.receive(letter, "vp", "lanhsu", "giamdoc")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(office.register().outcomesInWords(row.id()))
                .isEqualTo(address("giamdoc") + "=delivered " + address("lanhsu") + "=delivered " + address("vp")
                        + "=delivered");
    }
}
