package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.junit.jupiter.api.Test;
import vn.vanthu.command.Submitter;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;

class CommandMailTest {

    private static final MailId ID = MailId.ofMailName("reply");

    private final CommandMail reader = new CommandMail(new MessageReader(10_000));

    /** Who answers two questions at once, with both addresses in To, is heard about both. */
    @Test
    void eachKeyedAddressIsAnAnswer() throws Exception {
        assertThat(keys("so+number-a@x.vn", "so+number-b@x.vn", "so@x.vn")).containsExactly("number-a", "number-b");
        assertThat(keys("so@x.vn", "so+number-a@x.vn")).containsExactly("number-a");
        assertThat(keys("so@x.vn")).containsExactly("");
    }

    private List<String> keys(String... recipients) throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("reply")
                .sender("giamdoc@x.vn")
                .addRecipients(recipients)
                .build();
        byte[] text = "Subject: Re\r\n\r\nDUYET\r\n".getBytes(StandardCharsets.US_ASCII);
        mail.setMessageContent(MimeMessageInputStreamSource.create("reply", new ByteArrayInputStream(text)));
        new SubmittedMail("giamdoc@x.vn", "", new Fingerprint("0".repeat(64), text.length), Instant.EPOCH)
                .attachTo(mail);
        return reader.submitters(ID, mail).stream().map(Submitter::key).toList();
    }
}
