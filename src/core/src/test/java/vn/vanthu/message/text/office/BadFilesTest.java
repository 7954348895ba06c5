package vn.vanthu.message.text.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.vanthu.message.text.office.Samples.document;
import static vn.vanthu.message.text.office.Samples.docx;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.text.office.OfficeText.State;

class BadFilesTest {

    private static final Duration SHORT = Duration.ofSeconds(20);
    private final OfficeConverter converter = new OfficeConverter(Samples.ENGINE);

    @Test
    void bombsAreUnread() {
        Map<String, String> entries = docx(document(""));
        entries.put("word/media/bomb.bin", "0".repeat(64 << 20));
        assertUnread(Samples.zip(entries));
        entries.remove("word/media/bomb.bin");
        entries.put("word/document.xml", document("<w:p/>".repeat(3 << 20)));
        assertUnread(Samples.zip(entries));
        entries.put("word/document.xml", document("<w:p>.VnTime".repeat(10_000)));
        assertUnread(Samples.zip(entries));
    }

    @Test
    void manySmallBombsAreBoundedTogether() {
        Map<String, String> entries = docx(document(""));
        entries.put("word/media/bomb.bin", "0".repeat(7 << 20));
        byte[] bomb = Samples.zip(entries);
        Allowance allowance = Allowance.forMessage();
        int read = 0;
        while (converter.read(bomb, allowance).isEmpty()) {
            assertThat(++read).isLessThan(100);
        }
        assertThat(read).isGreaterThan(10);
    }

    @Test
    void twoEntriesOfOneNameAreUnread() {
        Map<String, String> entries = docx(document(""));
        entries.put("word/documenu.xml", "");
        String file = new String(Samples.zip(entries), ISO_8859_1);
        assertUnread(file.replace("documenu", "document").getBytes(ISO_8859_1));
    }

    @Test
    void anEntryThatTheDirectoryDoesNotKnowIsUnread() {
        byte[] file = Samples.legacyDocx();
        file[file.length - 12]++;
        assertUnread(file);
    }

    @Test
    void tooManyEntriesAreUnread() {
        Map<String, String> entries = docx(document(""));
        for (int i = 0; i < 10_001; i++) {
            entries.put("word/" + i, "");
        }
        assertUnread(Samples.zip(entries));
    }

    @Test
    void entitiesAreNotExpanded() {
        assertUnread(Samples.zip(docx("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + document("&a;"))));
    }

    @Test
    void everyTruncationIsUnread() {
        byte[] file = Samples.legacyDocx();
        for (int length = 0; length < file.length; length++) {
            Optional<OfficeText> found = converter.read(Arrays.copyOf(file, length), Allowance.forMessage());
            assertThat(found.map(OfficeText::state).orElse(State.UNREAD)).isEqualTo(State.UNREAD);
        }
    }

    @Test
    void deepRtfIsUnread() {
        assertUnread(("{\\rtf1" + "{".repeat(1_000_000)).getBytes(ISO_8859_1));
    }

    @Test
    void noDamageMakesItThrow() {
        byte[][] files = {
            Samples.legacyDocx(),
            "{\\rtf1\\deff1{\\fonttbl{\\f1 VNI-Times;}{\\f2 Arial;}}\\uc1\\f1 \\u233?\\'e9o\\bin3 abc\\par{\\*\\x y}}"
                    .getBytes(ISO_8859_1)
        };
        Random random = new Random(847);
        assertTimeoutPreemptively(SHORT, () -> {
            for (int round = 0; round < 3000; round++) {
                byte[] damaged = files[round % files.length].clone();
                for (int i = random.nextInt(8); i >= 0; i--) {
                    damaged[6 + random.nextInt(damaged.length - 6)] = (byte) random.nextInt(256);
                }
                converter.read(damaged, Allowance.forMessage()).ifPresent(OfficeText::convertedCopy);
            }
        });
    }

    @Test
    void noDamagedXmlMakesItThrow() {
        String pieces = "<w:p><w:r><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr><w:t>\u00e9&amp;&#x;&</w:t></w:r>"
                + "</w:p></w:x><![CDATA[.VnTime]]><!-- --><?x?><w:pStyle w:val='a'/><w:lvl>";
        Random random = new Random(3);
        assertTimeoutPreemptively(SHORT, () -> {
            for (int round = 0; round < 2000; round++) {
                StringBuilder xml = new StringBuilder(".VnTime");
                for (int i = random.nextInt(20); i >= 0; i--) {
                    int from = random.nextInt(pieces.length());
                    xml.append(pieces, from, from + random.nextInt(pieces.length() - from + 1));
                }
                Map<String, String> entries = docx(xml.toString());
                entries.put("word/styles.xml", xml.toString());
                entries.put("word/numbering.xml", xml.toString());
                converter.read(Samples.zip(entries), Allowance.forMessage()).ifPresent(OfficeText::convertedCopy);
            }
        });
    }

    private void assertUnread(byte[] file) {
        assertThat(converter.read(file, Allowance.forMessage()).map(OfficeText::state))
                .contains(State.UNREAD);
    }
}
