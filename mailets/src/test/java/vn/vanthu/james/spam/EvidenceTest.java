package vn.vanthu.james.spam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.junit.jupiter.api.Test;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.quarantine.Danger;
import vn.vanthu.quarantine.QuarantineRule.Content;
import vn.vanthu.quarantine.QuarantineRule.Dmarc;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.rule.Symbol;

/** Which mail is read before it is decided about, and what is told of it. */
class EvidenceTest {

    private static final String WITH_FILE = "Content-Type: application/pdf; name=a.pdf";

    @Test
    void filesAndForgedSendersAreLookedAtWhateverTheScore() throws Exception {
        Evidence evidence = evidence("");
        assertThat(evidence.isNeeded(mail("Content-Type: text/plain"))).isFalse();
        assertThat(evidence.isNeeded(mail(WITH_FILE))).isTrue();
        assertThat(evidence.isNeeded(mail("Content-Type: text/html\r\nContent-Disposition: attachment")))
                .isTrue();
        MailImpl forged = mail("Content-Type: text/plain", new Symbol("DMARC_QUARANTINE", 2));
        assertThat(evidence.isNeeded(forged)).isTrue();
        assertThat(evidence.of(forged, new byte[0], false, List.of()).facts().dmarc())
                .isEqualTo(Dmarc.FORGED);
        MailImpl fails =
                mail("Content-Type: text/plain\r\nAuthentication-Results: mx;\r\n\tdmarc=fail header.from=a.vn");
        assertThat(evidence.isNeeded(fails)).isFalse();
        assertThat(evidence.of(fails, new byte[0], true, List.of()).facts().dmarc())
                .isEqualTo(Dmarc.FAILS);
    }

    @Test
    void aScanThatCannotBeReadMayBeADocument() throws Exception {
        Evidence.Found found = evidence("no-ocr").of(mail(WITH_FILE), new byte[0], true, List.of());
        assertThat(found.facts().content()).isEqualTo(Content.UNREAD);
        assertThat(found.alert()).contains("quet.pdf");
        assertThat(evidence("image-without-text")
                        .of(mail(WITH_FILE), new byte[0], true, List.of())
                        .facts()
                        .content())
                .isEqualTo(Content.OTHER);
        Danger virus = new Danger(Danger.Kind.VIRUS, "Eicar");
        assertThat(evidence("encrypted")
                        .of(mail(WITH_FILE), new byte[0], true, List.of(virus))
                        .alert())
                .isEmpty();
    }

    private static Evidence evidence(String unread) {
        ReadPart part =
                new ReadPart("1", "quet.pdf", "application/pdf", Origin.NONE, unread, false, false, 1, "00", List.of());
        return new Evidence(new MailDocuments(message -> List.of(part), parts -> List.of()));
    }

    private static MailImpl mail(String header, Symbol... symbols) throws Exception {
        MimeMessageInputStreamSource source = MimeMessageInputStreamSource.create(
                "mail-3", new ByteArrayInputStream((header + "\r\n\r\nKinh gui\r\n").getBytes(US_ASCII)));
        MailImpl mail = MailImpl.builder()
                .name("Mail1700000000000-0b21cd62-5d16-4d3c-a2ab-65b9e4a1b3f2")
                .addRecipient("vp@songoaivu.example")
                .mimeMessage(new MimeMessageWrapper(source))
                .build();
        SpamMark.attach(mail, new SpamScore(0, List.of(symbols)));
        return mail;
    }
}
