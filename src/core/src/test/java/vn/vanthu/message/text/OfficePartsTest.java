package vn.vanthu.message.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.text.office.Samples;
import vn.vanthu.text.Encoding;

class OfficePartsTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String FILE = Base64.getMimeEncoder().encodeToString(Samples.legacyDocx());
    private static final String ATTACHMENT = "Content-Type: " + DOCX + "; name=\"Cong van.docx\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename*=UTF-8''C%C3%B4ng%20v%C4%83n.docx\r\n\r\n" + FILE;
    private static final MessageConverter COPYING = new MessageConverter(Samples.ENGINE, OfficeFiles.ATTACH_COPY);

    private static byte[] message(String type) {
        return ("From: a@example.com\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                        + "; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\n" + ATTACHMENT
                        + "\r\n--b--\r\n")
                .getBytes(ISO_8859_1);
    }

    @Test
    void aCopyFollowsTheUntouchedOriginal() throws Exception {
        byte[] before = message("multipart/mixed");
        MessageConversion result = COPYING.convert(before);
        String after = new String(result.bytes(), ISO_8859_1);
        String end = "\r\n--b--\r\n";
        String original = new String(before, ISO_8859_1);
        assertThat(after)
                .startsWith(original.substring(0, original.length() - end.length()))
                .endsWith(end);
        assertThat(after).contains("filename*=UTF-8''C%C3%B4ng%20v%C4%83n%20%28Unicode%29.docx");
        assertThat(result.parts()).containsExactly(new PartReport("2 docx copy", Encoding.TCVN3, true, 0, false));
        String copy = after.substring(after.lastIndexOf("\r\n\r\n") + 4, after.length() - end.length());
        byte[] file = new ByteArrayInputStream(Base64.getMimeDecoder().decode(copy)).readAllBytes();
        assertThat(Samples.unzip(file).get("word/document.xml")).contains(Samples.LETTER);
    }

    @Test
    void convertingTwiceEqualsConvertingOnce() {
        byte[] once = COPYING.convert(message("multipart/mixed")).bytes();
        MessageConversion twice = COPYING.convert(once);
        assertThat(twice.changed()).isFalse();
        assertThat(twice.bytes()).isSameAs(once);
        assertThat(twice.parts()).containsExactly(flagged("2 docx"));
    }

    @Test
    void flaggedOnlyWhereThatIsThePolicyOrNothingMayBeAdded() {
        MessageConversion flag =
                new MessageConverter(Samples.ENGINE, OfficeFiles.FLAG).convert(message("multipart/mixed"));
        assertThat(flag.changed()).isFalse();
        assertThat(flag.parts()).containsExactly(flagged("2 docx"));
        assertThat(flag.summary()).isEqualTo("2 docx=tcvn3 (left, doubtful)");
        MessageConversion alternative = COPYING.convert(message("multipart/alternative"));
        assertThat(alternative.changed()).isFalse();
        assertThat(alternative.parts()).hasSize(1);
        MessageConversion single = COPYING.convert(("MIME-Version: 1.0\r\n" + ATTACHMENT).getBytes(ISO_8859_1));
        assertThat(single.changed()).isFalse();
        assertThat(single.parts()).containsExactly(flagged("docx"));
    }

    @Test
    void ignoredAndSignedAreNotLookedInto() {
        MessageConverter ignoring = new MessageConverter(Samples.ENGINE, OfficeFiles.IGNORE);
        assertThat(ignoring.convert(message("multipart/mixed")).parts()).isEmpty();
        assertThat(COPYING.convert(message("multipart/signed")).parts()).isEmpty();
        assertThat(COPYING.convert(message("multipart/encrypted")).changed()).isFalse();
    }

    @Test
    void brokenFilesAreToldAsUnread() {
        String broken =
                new String(message("multipart/mixed"), ISO_8859_1).replace(FILE, FILE.substring(0, FILE.length() / 2));
        MessageConversion result = COPYING.convert(broken.getBytes(ISO_8859_1));
        assertThat(result.changed()).isFalse();
        assertThat(result.parts()).containsExactly(new PartReport("2 docx unread", Encoding.UNKNOWN, false, 0, true));
    }

    @Test
    void anOpenMultipartTakesACopyToo() {
        String open = new String(message("multipart/mixed"), ISO_8859_1).replace("--b--\r\n", "");
        byte[] once = COPYING.convert(open.getBytes(ISO_8859_1)).bytes();
        assertThat(new String(once, ISO_8859_1)).startsWith(open).contains("Unicode");
        assertThat(COPYING.convert(once).changed()).isFalse();
    }

    private static PartReport flagged(String part) {
        return new PartReport(part, Encoding.TCVN3, false, 0, true);
    }

    @Test
    void wrongTypesDoNotHideAFile() {
        String text = new String(message("multipart/mixed"), ISO_8859_1).replace(DOCX, "text/plain");
        assertThat(COPYING.convert(text.getBytes(ISO_8859_1)).parts())
                .isEqualTo(List.of(new PartReport("2 docx copy", Encoding.TCVN3, true, 0, false)));
    }
}
