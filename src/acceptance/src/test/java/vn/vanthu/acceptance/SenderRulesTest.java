package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Who may send as whom: nobody as one of us from outside, and our own people as the login allows. */
@ExtendWith(SharedOffice.class)
class SenderRulesTest {

    private final Office office;

    SenderRulesTest(Office office) {
        this.office = office;
    }

    @Test
    void anInsideEnvelopeSenderIsRefusedOnPort25() throws Exception {
        try (SmtpDialogue dialogue = office.fromOutside()) {
            assertThat(dialogue.say("MAIL FROM:<" + address("giamdoc") + ">")).startsWith("550 5.7.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <giamdoc@songoaivu.binhdinh.gov.vn>",
                "From: a@doitac.example, giamdoc@songoaivu.binhdinh.gov.vn",
                "From: a@doitac.example\r\nFrom: giamdoc@songoaivu.binhdinh.gov.vn",
                "From: a@doitac.example\r\nSender: giamdoc@SONGOAIVU.binhdinh.gov.vn",
                "From: a@doitac.example\r\nResent-From: vp@songoaivu.binhdinh.gov.vn",
                "From: =?utf-8?q?Gi=C3=A1m_=C4=91=E1=BB=91c?= <giamdoc@songoaivu.binhdinh.gov.vn>",
                "From: a@doitac.example\r\nSubject: x\rFrom: giamdoc@songoaivu.binhdinh.gov.vn",
                "From: \"a@doitac.example\"\r\n <giamdoc@songoaivu.binhdinh.gov.vn>"
            })
    void anInsideAddressInTheHeadersIsRefusedOnPort25(String headers) throws Exception {
        Letter letter = Letter.odd(headers + "\r\nSubject: Chuyển tiền gấp\r\n\r\nGấp.\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("550 5.7.1");
        assertThat(office.register().mails("nguoi_gui_phong_bi", letter.sender()))
                .isEmpty();
    }

    @Test
    void port25OffersNoLogin() throws Exception {
        try (SmtpDialogue dialogue = office.fromOutside()) {
            assertThat(dialogue.say("EHLO client.example"))
                    .doesNotContain("AUTH")
                    .contains("STARTTLS");
            assertThat(dialogue.logIn(address("vanthu"), PASSWORD)).startsWith("5");
            dialogue.startTls(office.trust());
            assertThat(dialogue.say("EHLO client.example")).doesNotContain("AUTH");
            assertThat(dialogue.logIn(address("vanthu"), PASSWORD)).startsWith("5");
        }
    }

    @Test
    void submissionDemandsTlsThenALogin() throws Exception {
        try (SmtpDialogue dialogue = office.submission()) {
            assertThat(dialogue.logIn(address("vanthu"), PASSWORD)).startsWith("538");
            assertThat(dialogue.say("MAIL FROM:<" + address("vanthu") + ">")).startsWith("530");
            dialogue.startTls(office.trust());
            assertThat(dialogue.say("MAIL FROM:<" + address("vanthu") + ">")).startsWith("530");
            assertThat(dialogue.logIn(address("vanthu"), PASSWORD)).startsWith("235");
            assertThat(dialogue.say("MAIL FROM:<" + address("vanthu") + ">")).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"giamdoc", "vp", "letan"})
    void theLoginDecidesTheEnvelopeSender(String other) throws Exception {
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(dialogue.logIn(address("chuyenvien2"), PASSWORD)).startsWith("235");
            assertThat(dialogue.say("MAIL FROM:<" + address(other) + ">")).startsWith("550 5.7.1");
            assertThat(dialogue.say("MAIL FROM:<ai.do@doitac.example>")).startsWith("550 5.7.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: giamdoc@songoaivu.binhdinh.gov.vn",
                "From: chuyenvien2@songoaivu.binhdinh.gov.vn, giamdoc@songoaivu.binhdinh.gov.vn",
                "From: chuyenvien2@songoaivu.binhdinh.gov.vn\r\nSender: giamdoc@songoaivu.binhdinh.gov.vn",
                "From: chuyenvien2@songoaivu.binhdinh.gov.vn\r\nResent-From: giamdoc@songoaivu.binhdinh.gov.vn",
                "From: ngoai@doitac.example",
                "From: Nguyen Giam Doc <chuyenvien2@songoaivu.binhdinh.gov.vn>",
                "From: =?utf-8?q?Gi=C3=A1m_=C4=91=E1=BB=91c?= <chuyenvien2@songoaivu.binhdinh.gov.vn>",
                "From: So Ngoai vu Binh Dinh <chuyenvien2@songoaivu.binhdinh.gov.vn>",
                "From: chuyenvien2@songoaivu.binhdinh.gov.vn\r\nReply-To: giamdoc@songoaivu.binhdinh.gov.vn"
            })
    void theLoginDecidesTheShownSender(String headers) throws Exception {
        byte[] message =
                Letter.odd(headers + "\r\nSubject: Mạo danh\r\n\r\nX\r\n").bytes();
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(dialogue.logIn(address("chuyenvien2"), PASSWORD)).startsWith("235");
            assertThat(dialogue.send(address("chuyenvien2"), message, address("vanthu")))
                    .startsWith("550 5.7.1");
        }
    }

    @Test
    void outsideMailThatShowsALeadersNameIsMarkedInItsSubject() throws Exception {
        String subject = "Viec gap " + UUID.randomUUID();
        Letter letter =
                Letter.odd("From: Nguyen Giam Doc <x@gmail.example>\r\nSubject: " + subject + "\r\n\r\nGap.\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("250");
        Row row = office.register().settledAbout(subject);
        byte[] mail = office.mailIn("vanthu", row.get("ma_thu"));
        MimeMessage read = new MimeMessage(null, new ByteArrayInputStream(mail));
        assertThat(read.getSubject()).isEqualTo("[Ngoài cơ quan] " + subject);
        assertThat(read.getHeader("X-VanThu-Reason", null)).isEqualTo("outside-sender-looks-inside");
    }

    @Test
    void anAssignedPersonSendsAsTheAgency() throws Exception {
        Letter letter = Letter.from(address("vp"), "Thay mặt Văn phòng");
        office.client("vanthu").send(letter, address("lanhsu"));

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("tai_khoan")).isEqualTo(address("vanthu"));
        assertThat(row.get("nguoi_gui_phong_bi")).isEqualTo(address("vp"));
        assertThat(row.get("chieu")).isEqualTo("noi_bo");
    }

    @Test
    void nobodyElseSendsAsTheAgency() {
        assertThatThrownBy(() ->
                        office.client("chuyenvien1").send(Letter.from(address("vp"), "Mạo danh"), address("lanhsu")))
                .hasStackTraceContaining("550 5.7.1");
    }

    @Test
    void submissionOverImplicitTlsWorks() throws Exception {
        Letter letter = Letter.from(address("vanthu"), "Cổng 465");
        office.client("vanthu", PASSWORD, Security.TLS).send(letter, address("giamdoc"));
        assertThat(office.register().settledAbout(letter.subject()).get("ket_qua"))
                .isEqualTo("delivered");
    }
}
