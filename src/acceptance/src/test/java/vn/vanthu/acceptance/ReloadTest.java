package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;
import vn.vanthu.acceptance.harness.Trust;
import vn.vanthu.server.setup.Keys;

/** What an administrator changes while the gateway runs. */
@ExtendWith(SharedOffice.class)
class ReloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ORGANIZATION = "organization.xml";

    private final Office office;

    @TempDir
    Path folder = Path.of("");

    ReloadTest(Office office) {
        this.office = office;
    }

    @Test
    void theOrganizationTakesEffectAndABrokenOneChangesNothing() throws Exception {
        String before = office.gateway().conf().read(ORGANIZATION);
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(dialogue.logIn("chuyenvien2", PASSWORD)).startsWith("235");
            assertThat(sendsAsLetan(dialogue)).isFalse();

            write(before.replace(
                    "</assignments>",
                    "<assignment mailbox=\"letan\" person=\"chuyenvien2\" may=\"send\"/></assignments>"));
            await().atMost(PATIENCE).until(() -> sendsAsLetan(dialogue));
            assertTheOfficeIsToldOf("<assignment mailbox=\"letan\" person=\"chuyenvien2\" may=\"send\"/>");

            write(before.replace("role=\"clerk\"", "role=\"clark\""));
            await().atMost(PATIENCE).until(() -> office.gateway().log().contains("stays as it was"));
            assertThat(sendsAsLetan(dialogue)).isTrue();

            write(before);
            await().atMost(PATIENCE).until(() -> !sendsAsLetan(dialogue));
        }
    }

    /** What the rules take for ours James must not relay. */
    @Test
    void aNewDomainIsOursAtOnce() throws Exception {
        String before = office.gateway().conf().read(ORGANIZATION);
        try (SmtpDialogue dialogue = office.fromOutside()) {
            String relaying = answerTo(dialogue, "ai@songoaivu.gialai.gov.vn");
            assertThat(answerTo(dialogue, "ai@khac.example"))
                    .isEqualTo(relaying.replace("songoaivu.gialai.gov.vn", "khac.example"));

            write(before.replaceFirst("</domain>", "</domain><domain>songoaivu.gialai.gov.vn</domain>"));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(answerTo(dialogue, "ai@songoaivu.gialai.gov.vn"))
                    .startsWith("550")
                    .isNotEqualTo(relaying));
        } finally {
            write(before);
        }
    }

    private static String answerTo(SmtpDialogue dialogue, String recipient) throws IOException {
        dialogue.say("MAIL FROM:<ai@noikhac.example>");
        String answer = dialogue.say("RCPT TO:<" + recipient + ">");
        dialogue.say("RSET");
        return answer;
    }

    private void assertTheOfficeIsToldOf(String change) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(office.register()
                        .query(
                                "SELECT * FROM nhat_ky_thu WHERE chu_de LIKE ? AND ket_qua = 'delivered'",
                                "Cấu hình hệ thống thư đã thay đổi%"))
                .anySatisfy(notice -> {
                    assertThat(notice.get("nguoi_nhan")).isEqualTo(address("chanhvanphong"));
                    byte[] mail = office.mailIn("chanhvanphong", notice.id());
                    assertThat(new MimeMessage(null, new ByteArrayInputStream(mail)).getContent())
                            .asString()
                            .contains(change);
                }));
    }

    private void write(String content) throws IOException {
        office.gateway().conf().write(ORGANIZATION, content);
    }

    private static boolean sendsAsLetan(SmtpDialogue dialogue) throws IOException {
        boolean allowed = dialogue.say("MAIL FROM:<" + address("letan") + ">").startsWith("250");
        dialogue.say("RSET");
        return allowed;
    }

    @Test
    void aNewCertificateTakesEffectAndABrokenOneChangesNothing() throws Exception {
        Path tls = office.gateway().data().resolve("tls");
        Keys.ensureCertificate(folder, "mx.moi.example", Clock.systemUTC());
        SSLSocketFactory old = office.trust();
        SSLSocketFactory renewed = Trust.only(folder.resolve("fullchain.pem"));

        for (String file : new String[] {"fullchain.pem", "privkey.pem"}) {
            Files.copy(folder.resolve(file), folder.resolve(file + ".copy"));
            Files.move(folder.resolve(file + ".copy"), tls.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        await().atMost(PATIENCE).until(() -> trusts(renewed));
        assertThat(trusts(old)).isFalse();

        String key = Files.readString(tls.resolve("privkey.pem"));
        Files.writeString(tls.resolve("privkey.pem"), "hong");
        await().atMost(PATIENCE).until(() -> office.gateway().log().contains("the old one stays in force"));
        assertThat(trusts(renewed)).isTrue();
        Files.writeString(tls.resolve("privkey.pem"), key);
    }

    /** On every kind of listener. */
    private boolean trusts(SSLSocketFactory trust) throws IOException {
        try (SmtpDialogue incoming = office.fromOutside().startTls(trust);
                SmtpDialogue submissions =
                        SmtpDialogue.openTls(office.gateway().ports().at(465), trust)) {
            return incoming.say("NOOP").startsWith("250")
                    && submissions.say("NOOP").startsWith("250")
                    && imapTrusts(trust);
        } catch (SSLException e) {
            return false;
        }
    }

    private boolean imapTrusts(SSLSocketFactory trust) throws IOException {
        try (var socket =
                trust.createSocket("127.0.0.1", office.gateway().ports().at(993))) {
            return socket.getInputStream().read() == '*';
        }
    }
}
