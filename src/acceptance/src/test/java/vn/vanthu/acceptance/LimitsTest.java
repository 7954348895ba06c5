package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.ImapDialogue;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Guard;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SmtpDialogue;
import vn.vanthu.acceptance.harness.Trust;
import vn.vanthu.server.setup.Keys;

/**
 * A gateway on a provincial network, whose relay wants TLS and a login, with small limits for its clients, and which lets no
 * text out that is not Unicode.
 */
@SuppressWarnings("NullAway")
class LimitsTest {

    private static final int CONNECTIONS = 3;
    private static final int LITERAL = 50_000;
    private static final int HEADER = 20_000;
    private static final String RELAY_USER = "songoaivu";
    private static final String RELAY_PASSWORD = "mat-khau-cua-tinh";

    @TempDir
    static Path folder;

    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        Keys.ensureCertificate(folder.resolve("relay"), "mail.tinh.example", Clock.systemUTC());
        Path trusted = Trust.storeOf(folder.resolve("relay/fullchain.pem"), folder.resolve("trusted.p12"));
        office = Office.open((gateway, outside) -> {
            // By name: the certificate must be that of the host that was configured.
            gateway.options("--demo").conf().set("vanthu.smarthost", "localhost:" + outside.port());
            gateway.with(
                            "JAVA_TOOL_OPTIONS",
                            "-Djavax.net.ssl.trustStore=" + trusted + " -Djavax.net.ssl.trustStorePassword=changeit")
                    .with("VANTHU_SMARTHOST_PASSWORD", RELAY_PASSWORD);
            limit(gateway);
        });
    }

    private static Guard guard(String password) throws Exception {
        Path tls = folder.resolve("relay");
        return new Guard(Trust.server(tls.resolve("privkey.pem"), tls.resolve("fullchain.pem")), RELAY_USER, password);
    }

    private static void limit(GatewayProcess gateway) throws IOException {
        gateway.conf()
                .set("vanthu.smarthost.user", RELAY_USER)
                .set("vanthu.message.maxheaderbytes", String.valueOf(HEADER))
                .replace("mailetcontainer.xml", "<outgoing>convert<", "<outgoing>refuse<")
                .replace("smtpserver.xml", "PerIP>50<", "PerIP>" + CONNECTIONS + "<")
                .replace("imapserver.xml", "PerIP>100<", "PerIP>" + CONNECTIONS + "<")
                .replace("imapserver.xml", "literalSizeLimit>40M<", "literalSizeLimit>" + LITERAL + "<");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void aRelayThatWantsTlsAndALoginGetsBothAndOneThatForgotUsLosesNoMail() throws Exception {
        office.outside().guardedBy(guard("another password"));
        Letter letter = Letter.from(address("vanthu"), "Qua máy chủ của tỉnh");
        office.client("vanthu").send(letter, "dan@noikhac.example");
        String id = office.register().about(letter.subject()).id();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        office.register().outcomes(id))
                .anySatisfy(outcome -> assertThat(outcome.get("tra_loi")).contains("535")));
        assertThat(office.register().outcomesInWords(id)).isEqualTo("dan@noikhac.example=pending");

        office.outside().guardedBy(guard(RELAY_PASSWORD));
        assertThat(office.register().settledAbout(letter.subject()).get("ket_qua"))
                .isEqualTo("relayed");
        assertThat(office.outside().takenFor("dan@noikhac.example")).hasSize(1);
        assertThat(office.gateway().log()).doesNotContain(RELAY_PASSWORD);
    }

    /** "Kính gửi Sở Ngoại vụ báo cáo kết quả" in TCVN3, between two lines that are right. */
    @Test
    void whoWritesInALegacyEncodingIsShownTheLineAndNothingLeaves() throws Exception {
        String line = "K\u00DDnh g\u00F6i S\u00EB Ngo\u00B9i v\u00F4 b\u00B8o c\u00B8o k\u00D5t qu\u00B6";
        Letter letter = Letter.from(address("chuyenvien1"), "Bao cao ket qua")
                .withBody("Dear all,\n" + line + "\nBest regards\n");
        office.client("chuyenvien1").send(letter, "dan@tcvn3.example");

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("refused");
        assertThat(row.get("ly_do")).isEqualTo("text-not-unicode");
        try (Mailbox mailbox = office.client("chuyenvien1").open()) {
            MimeMessage notice = read(mailbox.only("In-Reply-To", messageId(letter)));
            assertThat(notice.getContent().toString())
                    .contains("    Kính gửi Sở Ngoại vụ báo cáo kết quả")
                    .contains("tcvn3")
                    .contains("Điều 3 khoản 5");
        }
        assertThat(office.outside().takenFor("dan@tcvn3.example")).isEmpty();
    }

    private static String messageId(Letter letter) throws MessagingException {
        return read(letter.bytes()).getHeader("Message-ID", null);
    }

    private static MimeMessage read(byte[] message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    @Test
    void oneSmtpClientGetsSoManyConnectionsAndOthersGetTheirs() throws Exception {
        for (int port : List.of(25, 587)) {
            List<SmtpDialogue> open = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    open.add(SmtpDialogue.open(office.gateway().ports().at(port), "127.0.2.1"));
                }
                assertThatThrownBy(
                                () -> SmtpDialogue.open(office.gateway().ports().at(port), "127.0.2.1"))
                        .isInstanceOf(IOException.class);
                open.add(SmtpDialogue.open(office.gateway().ports().at(port), "127.0.2.2"));
                assertThat(open.get(0).say("NOOP")).startsWith("250");
            } finally {
                for (SmtpDialogue dialogue : open) {
                    dialogue.close();
                }
            }
        }
    }

    @Test
    void oneImapClientGetsSoManyConnectionsAndOthersGetTheirs() throws Exception {
        List<ImapDialogue> open = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(imap("127.0.2.3"));
            }
            assertThatThrownBy(() -> imap("127.0.2.3")).isInstanceOf(IOException.class);
            open.add(imap("127.0.2.4"));
            assertThat(open.get(0).say("a", "NOOP")).startsWith("a OK");
        } finally {
            for (ImapDialogue dialogue : open) {
                dialogue.close();
            }
        }
    }

    private static ImapDialogue imap(String clientAddress) throws Exception {
        return ImapDialogue.open(office.gateway().ports().at(993), office.trust(), clientAddress);
    }

    @Test
    void anImapLiteralOverTheLimitIsRefused() throws Exception {
        String atTheLimit = "Subject: a\r\n\r\n" + "x".repeat(LITERAL - 14);
        try (ImapDialogue imap = imap("127.0.2.5")) {
            assertThat(imap.say("a", "LOGIN vanthu " + PASSWORD)).startsWith("a OK");
            imap.write("b APPEND INBOX {" + LITERAL + "}");
            imap.awaitContinuation();
            imap.write(atTheLimit);
            assertThat(imap.answerTo("b")).startsWith("b OK");
            imap.write("c APPEND INBOX {" + (LITERAL + 1) + "}");
            imap.awaitContinuation();
            imap.write(atTheLimit + "x");
            assertThat(imap.answerTo("c")).matches("c (NO|BAD) .*");
        }
    }

    @Test
    void aHeaderOverTheLimitIsRefusedAndABodyOfThatSizeIsNot() throws Exception {
        String filler = ("x".repeat(70) + "\r\n ").repeat(HEADER / 70);
        Letter header = Letter.odd("Subject: " + filler + "\r\n\r\nx\r\n");
        assertThat(office.receive(header, "vanthu")).startsWith("552 5.3.4");
        Letter body = Letter.odd("Subject: a\r\n\r\n" + filler + "\r\n");
        assertThat(office.receive(body, "vanthu")).startsWith("250");
        assertThat(office.register().mails("nguoi_gui_phong_bi", header.sender()))
                .isEmpty();
        assertThat(office.register().settledFrom(body.sender()).get("ket_qua")).isEqualTo("delivered");
    }
}
