package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.quarantine.Danger;
import vn.vanthu.quarantine.Dangers;
import vn.vanthu.text.VietnameseText;

/** What runs is found however deep it is packed, and whatever it is called. */
class ActiveFilesTest {

    @TempDir
    private static Path folder = Path.of("");

    private static MessageContents contents;

    @BeforeAll
    static void start() {
        contents = MessageContents.of(VietnameseText.load(), folder, Limits.USUAL);
    }

    @AfterAll
    static void stop() {
        contents.close();
    }

    @Test
    void aScriptInAPdfAlsoWhereItsObjectsArePacked() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            document.save(pdf);
        }
        assertThat(new String(pdf.toByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("/JavaScript");
        assertThat(kinds(new Mail("x", "x").attach("cv.pdf", pdf.toByteArray())))
                .containsExactly(Danger.Kind.SCRIPT);
        assertThat(kinds(new Mail("x", "x").attach("cv.pdf", Paper.letter().toPdf())))
                .isEmpty();
    }

    @Test
    void aMacroAndAProgramInAnArchive() throws IOException {
        byte[] macro = "PK\3\4word/vbaProject.bin".getBytes(StandardCharsets.US_ASCII);
        assertThat(kinds(new Mail("x", "x").attach("tep.zip", zip("cv.docx", macro))))
                .containsExactly(Danger.Kind.MACRO);
        byte[] program = "MZ\220 a program".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(kinds(new Mail("x", "x").attach("tep.zip", zip("cv.pdf", program))))
                .contains(Danger.Kind.PROGRAM);
    }

    @Test
    void aProgramInAnArchiveWithAPassword() throws IOException {
        byte[] locked = zip("phu luc.exe", "bi khoa".getBytes(StandardCharsets.US_ASCII));
        locked[6] |= 1;
        int central = new String(locked, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        locked[central + 8] |= 1;
        assertThat(kinds(new Mail("x", "x").attach("tep.zip", locked))).contains(Danger.Kind.PROGRAM);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<Danger.Kind> kinds(Mail mail) throws IOException {
        byte[] message = mail.toBytes();
        return Dangers.in(message, contents.read(new java.io.ByteArrayInputStream(message))).stream()
                .map(Danger::kind)
                .toList();
    }
}
