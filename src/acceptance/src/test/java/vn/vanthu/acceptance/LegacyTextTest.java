package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.PartnerAgency;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.james.Originals;
import vn.vanthu.message.MailId;

/** Every text that passes is TCVN 6909 Unicode; what is Unicode already passes byte for byte. */
@ExtendWith(SharedOffice.class)
class LegacyTextTest {

    /** TCVN3, one character a byte: "Kính gửi: Sở Ngoại vụ", and a sentence of a report. */
    private static final String SUBJECT = "K\u00DDnh g\u00F6i: S\u00EB Ngo\u00B9i v\u00F4";

    private static final String BODY = "K\u00DDnh g\u00F6i S\u00EB Ngo\u00B9i v\u00F4 b\u00B8o c\u00B8o t\u00D7nh"
            + " h\u00D7nh th\u00F9c hi\u00D6n nhi\u00D6m v\u00F4 th\u00B8ng 11 c\u00F1a huy\u00D6n.";

    private final Office office;

    LegacyTextTest(Office office) {
        this.office = office;
    }

    @Test
    void legacyTextBecomesUnicodeAndTheOriginalIsKept() throws Exception {
        Letter letter = Letter.odd("From: <van.thu@huyen.example>\r\nSubject: " + SUBJECT + "\r\n\r\n" + BODY + "\r\n");

        office.receive(letter, "vanthu");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("chu_de")).isEqualTo("Kính gửi: Sở Ngoại vụ");
        MimeMessage read = read(office.mailIn(address("vanthu"), row.id()));
        assertThat(read.getSubject()).isEqualTo("Kính gửi: Sở Ngoại vụ");
        assertThat(read.getContent().toString())
                .contains("Kính gửi Sở Ngoại vụ báo cáo tình hình thực hiện nhiệm vụ tháng 11 của huyện.");
        assertThat(read.getHeader("X-VanThu-Text", null)).contains("tcvn3");
        byte[] original = new Originals(office.gateway().data().resolve("originals"))
                .read(new MailId(row.id()))
                .orElseThrow();
        assertThat(new String(original, StandardCharsets.ISO_8859_1))
                .contains(SUBJECT)
                .contains(BODY);
    }

    /** Converting breaks the signature; what it proved before is what counts, and stays written down. */
    @Test
    void aSignatureIsVerifiedBeforeTheTextIsConverted() throws Exception {
        String sender = "vanthu-" + UUID.randomUUID() + "@" + PartnerAgency.DOMAIN;
        String message = "From: <" + sender + ">\r\nTo: <" + address("vanthu") + ">\r\nSubject: Bao cao\r\n"
                + "Date: Mon, 23 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID() + "@"
                + PartnerAgency.DOMAIN + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + BODY + "\r\n";
        Letter letter =
                PartnerAgency.sign(new Letter(sender, "Bao cao", message.getBytes(StandardCharsets.ISO_8859_1)));

        office.receive(letter, "vanthu");

        Row row = office.register().settledFrom(sender);
        MimeMessage read = read(office.mailIn(address("vanthu"), row.id()));
        assertThat(read.getHeader("X-VanThu-Text", null)).contains("tcvn3");
        assertThat(read.getContent().toString()).contains("tình hình thực hiện nhiệm vụ");
        assertThat(read.getHeader("Authentication-Results", null))
                .contains("dkim=pass")
                .contains("header.d=" + PartnerAgency.DOMAIN);
    }

    @Test
    void unicodePassesByteForByte() throws Exception {
        Letter letter = Letter.fromOutside("Báo cáo tình hình thực hiện nhiệm vụ");

        office.receive(letter, "vanthu");

        Row row = office.register().settledFrom(letter.sender());
        String arrived = new String(office.mailIn(address("vanthu"), row.id()), StandardCharsets.ISO_8859_1);
        assertThat(arrived).doesNotContain("X-VanThu-Text");
        assertThat(arrived).endsWith(bodyOf(letter));
    }

    private static String bodyOf(Letter letter) {
        String all = new String(letter.bytes(), StandardCharsets.ISO_8859_1);
        return all.substring(all.indexOf("\r\n\r\n"));
    }

    private static MimeMessage read(byte[] message) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }
}
