package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.documents.testing.WordFile;
import vn.vanthu.text.VietnameseText;

/** Files that are broken, closed, huge or not what they say: each has its reason, the rest of the mail is read all the same. */
class BadFilesTest {

    /** Small ones, so that the tests are quick. */
    private static final Limits LIMITS = new Limits(5, 500, 64 << 20, 32 << 20, Duration.ofSeconds(60), 3);

    @TempDir
    private static Path folder = Path.of("");

    private static MessageContents contents;

    @BeforeAll
    static void start() {
        contents = MessageContents.of(VietnameseText.load(), folder, LIMITS);
    }

    @AfterAll
    static void stop() {
        contents.close();
    }

    @Test
    void aBrokenPdfIsUnreadAndTheNextFileIsRead() throws IOException {
        byte[] pdf = Paper.letter().toPdf();
        byte[] word = new WordFile().paragraph("Kính gửi").toBytes();
        List<ReadPart> parts = read(new Mail("x", "x")
                .attach("hong.pdf", "%PDF-1.7\nnothing of a PDF".getBytes(StandardCharsets.US_ASCII))
                .attach("cut.docx", Arrays.copyOf(word, word.length / 2))
                .attach("cv.pdf", pdf));
        assertThat(part(parts, "hong.pdf").unread()).isEqualTo("broken");
        assertThat(part(parts, "cut.docx").unread()).isEqualTo("broken");
        assertThat(part(parts, "cv.pdf").unread()).isEmpty();
    }

    @Test
    void aFileWithAPasswordIsEncrypted() throws IOException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked);
        }
        assertThat(part(read(new Mail("x", "x").attach("khoa.pdf", locked.toByteArray())), "khoa.pdf")
                        .unread())
                .isEqualTo("encrypted");
    }

    @Test
    void aFileIsReadAsWhatItIsWhateverItsName() throws IOException {
        List<ReadPart> parts = read(new Mail("x", "x")
                .attach("anh.jpg", "image/jpeg", Paper.letter().toPdf())
                .attach(
                        "cv.txt",
                        "text/plain",
                        new WordFile().paragraph("Kính gửi").toBytes())
                .attach("may.pdf", "MZ\u0090\u0000\u0003 a program".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(part(parts, "anh.jpg").mediaType()).isEqualTo("application/pdf");
        assertThat(part(parts, "cv.txt").text()).isEqualTo("Kính gửi");
        assertThat(part(parts, "may.pdf").unread()).isNotEmpty();
    }

    @Test
    void aZipBombAndDeepNestingStopAtTheLimits() throws IOException {
        byte[] bomb = zip("bomb.txt", new byte[48 << 20]);
        assertThat(read(new Mail("x", "x").attach("bomb.zip", bomb)))
                .anyMatch(part -> part.unread().equals("too-large"));
        byte[] nested = "x".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20; i++) {
            nested = zip("a" + i + ".zip", nested);
        }
        assertThat(read(new Mail("x", "x").attach("sau.zip", nested)))
                .anyMatch(part -> part.unread().equals("too-deep"));
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void thousandsOfFilesStopAtTheLimitAndNoneIsLeftOut() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 2000; i++) {
                zip.putNextEntry(new ZipEntry("thu muc\n" + i + "/tep.txt"));
                zip.write(("Tệp số " + i).getBytes(StandardCharsets.UTF_8));
            }
        }
        List<ReadPart> parts = read(new Mail("x", "x").attach("nhieu.zip", many.toByteArray()));
        assertThat(parts).anyMatch(part -> part.unread().equals("too-many-parts"));
        assertThat(parts).anyMatch(part -> part.text().equals("Tệp số 7"));
        assertThat(parts).noneMatch(part -> part.path().contains("\n"));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            writeTo(zip, content);
        }
        return bytes.toByteArray();
    }

    private static void writeTo(OutputStream out, byte[] content) throws IOException {
        out.write(content);
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static List<ReadPart> read(Mail mail) throws IOException {
        return contents.read(mail.stream());
    }

    private static ReadPart part(List<ReadPart> parts, String name) {
        return parts.stream()
                .filter(part -> part.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + parts));
    }
}
