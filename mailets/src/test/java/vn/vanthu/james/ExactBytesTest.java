package vn.vanthu.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.MailId;

/** A message stays as it came, but for the lines that we put on top. */
class ExactBytesTest {

    private static final String BODY = "\r\nn\u00e9i dung\r\n";
    private static final String LEGACY = "Subject: C\u00e9ng h\u00dfa x\u00b7 h\u00e9i\r\nFrom: a@b.vn\r\n";

    private static MailImpl mail(String content) throws Exception {
        MimeMessageInputStreamSource source =
                MimeMessageInputStreamSource.create("mail-1", new ByteArrayInputStream(content.getBytes(ISO_8859_1)));
        return MailImpl.builder()
                .name("Mail1700000000000-0b21cd62-5d16-4d3c-a2ab-65b9e4a1b3f0")
                .sender("a@b.vn")
                .addRecipient("c@d.vn")
                .mimeMessage(new MimeMessageWrapper(source))
                .build();
    }

    private static String bytes(Mail mail) throws Exception {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void anAddedHeaderBringsNoOthersWithIt() throws Exception {
        MailImpl mail = mail("Received: from x\r\n" + LEGACY + BODY);
        mail.getMessage().addHeader("X-VanThu-Id", "1");
        ExactBytes.fix(mail);
        ByteArrayOutputStream intoTheQueue = new ByteArrayOutputStream();
        mail.getMessage().writeTo(intoTheQueue);
        String now = intoTheQueue.toString(ISO_8859_1);
        assertThat(now).contains("X-VanThu-Id: 1\r\n").contains("From: a@b.vn\r\n");
        assertThat(now).doesNotContain("Date:").doesNotContain("Message-ID:").doesNotContain("MIME-Version:");
        assertThat(now).endsWith(BODY);
    }

    @Test
    void aMailThatNobodyChangedIsLeftAlone() throws Exception {
        MailImpl mail = mail("Subject: a\r\nFrom: a@b.vn\r\n\r\n" + BODY);
        String before = bytes(mail);
        ExactBytes.fix(mail);
        assertThat(bytes(mail)).isEqualTo(before).endsWith(BODY);
    }

    @Test
    void aMailKeepsItsIdInTheAttributeAndInTheHeader() throws Exception {
        MailImpl mail = mail(LEGACY + BODY);
        MailId id = MailIds.assign(mail);
        assertThat(MailIds.assign(mail)).isEqualTo(id).isEqualTo(MailIds.assign(mail("X: y\r\n\r\n")));
        mail.getMessage().addHeader(MailIds.HEADER, id.value());
        mail.removeAllAttributes();
        mail.setName("renamed-!12");
        assertThat(MailIds.of(mail)).isEqualTo(id);
    }

    @Test
    void aMailWithoutAnIdIsTheFaultOfTheConfiguration() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> MailIds.of(mail("X-VanThu-Id: none\r\n\r\n")))
                .hasMessageContaining("RecordMail must come first");
    }
}
