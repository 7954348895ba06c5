package vn.vanthu.james.spam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.junit.jupiter.api.Test;
import vn.vanthu.spam.SpamScore;

/** What the quarantine lets pass is not called spam, from whatever score on it keeps mail. */
class SpamMarkTest {

    @Test
    void whatPassesBelowAHigherThresholdIsUnsure() throws Exception {
        MimeMessage passes = marked(6, 8);
        assertThat(passes.getHeader("X-Spam-Flag")).containsExactly("NO");
        assertThat(passes.getHeader("X-Spam-Status", null)).startsWith("Unsure, score=6.00");
        assertThat(marked(8, 8).getHeader("X-Spam-Flag")).containsExactly("YES");
        assertThat(marked(4, 8).getHeader("X-VanThu-Reason")).isNull();
    }

    private static MimeMessage marked(double score, double threshold) throws Exception {
        MimeMessageInputStreamSource source = MimeMessageInputStreamSource.create(
                "mail-4", new ByteArrayInputStream("Subject: Giay moi\r\n\r\nKinh gui\r\n".getBytes(US_ASCII)));
        MailImpl mail = MailImpl.builder()
                .name("Mail1700000000000-0b21cd62-5d16-4d3c-a2ab-65b9e4a1b3f3")
                .addRecipient("vp@songoaivu.example")
                .mimeMessage(new MimeMessageWrapper(source))
                .build();
        SpamScore found = new SpamScore(score, List.of());
        SpamMark.attach(mail, found);
        SpamMark.write(mail.getMessage(), found);
        SpamMark.lowerBelow(mail, threshold);
        return mail.getMessage();
    }
}
