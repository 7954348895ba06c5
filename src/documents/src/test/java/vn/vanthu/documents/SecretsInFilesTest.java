package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.documents.testing.OddFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.OddFiles;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.documents.testing.WordFile;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** A secrecy mark in whatever file is found, or the file is unread: no marked file counts as clean, and nothing hangs. */
class SecretsInFilesTest {

    private static final String[] MARKED = {"SỞ NGOẠI VỤ", "MẬT", "Số: 12/BC-SNgV", "Nội dung báo cáo"};
    private static final byte[] TEXT = String.join("\r\n", MARKED).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder = Path.of("");

    private static MessageContents contents;

    @BeforeAll
    static void start() {
        contents = MessageContents.of(VietnameseText.load(), folder);
    }

    @AfterAll
    static void stop() {
        contents.close();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("a.xls", OddFiles.xls(MARKED)),
                Arguments.of("a.ppt", OddFiles.ppt("MẬT")),
                Arguments.of("a.rtf", OddFiles.rtf(MARKED)),
                Arguments.of("a.doc", OddFiles.rtf(MARKED)),
                Arguments.of("a.odt", OddFiles.odt(MARKED)),
                Arguments.of("winmail.dat", OddFiles.winmail("cv.txt", TEXT)),
                Arguments.of("a.7z", OddFiles.sevenZip("cv.txt", TEXT)),
                Arguments.of("a.rar", OddFiles.rar("cv.txt", TEXT)),
                Arguments.of("a.docm", macro(word(), OddFiles.macros())),
                Arguments.of("anh.jpg", word()),
                Arguments.of("khong-duoi", OddFiles.xls(MARKED)),
                Arguments.of("a.zip", zip("1.zip", zip("2.zip", zip("3.7z", OddFiles.sevenZip("cv.docx", word()))))),
                Arguments.of("a.zip", zip("../../../tmp/x\n\u202Ecod.txt", TEXT)),
                Arguments.of("a.zip", zip("C:\\con\\aux.txt", TEXT)),
                Arguments.of("a.zip", zip("cv.txt", new byte[0], "TỐI MẬT.txt", new byte[] {'x'})),
                Arguments.of("thu.eml", new Mail("x", String.join("\n", MARKED)).toBytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void aMarkIsFound(String name, byte[] file) throws IOException {
        List<ReadPart> parts = contents.read(new Mail("x", "x").attach(name, file).stream());
        assertThat(new SecrecyRule().find("x", parts)).as("%s", parts).isPresent();
        assertThat(parts).noneMatch(part -> (part.path() + part.fileName()).matches("(?s).*[\\n\\r].*"));
        assertThat(Files.exists(Path.of("/tmp/x\n\u202Ecod.txt"))).isFalse();
    }

    static Stream<Arguments> closed() throws IOException {
        byte[] word = word();
        return Stream.of(
                Arguments.of("khoa.zip", OddFiles.lockedZip("cv.txt", TEXT)),
                Arguments.of("khoa.xls", OddFiles.lockedXls("abc", MARKED)),
                Arguments.of("khoa.pdf", lockedPdf()),
                Arguments.of("hong.docm", macro(word, "Sub AutoOpen()".getBytes(StandardCharsets.US_ASCII))),
                Arguments.of("hong.doc", OddFiles.brokenDoc("MẬT")),
                Arguments.of("hong.docx", java.util.Arrays.copyOf(word, word.length - 300)),
                Arguments.of("hong.rar", java.util.Arrays.copyOf(OddFiles.rar("cv.txt", TEXT), 40)),
                Arguments.of("hong.7z", java.util.Arrays.copyOf(OddFiles.sevenZip("cv.txt", TEXT), 60)),
                Arguments.of("hong.dat", "x\u009f> \u0000".repeat(300).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void whatCannotBeReadIsUnread(String name, byte[] file) throws IOException {
        List<ReadPart> parts = contents.read(new Mail("x", "x").attach(name, file).stream());
        Optional<?> mark = new SecrecyRule().find("x", parts);
        assertThat(mark.isPresent() || parts.stream().anyMatch(ReadPart::isUnread))
                .as("%s", parts)
                .isTrue();
    }

    @Test
    void aRarOfVersion5HasNoPasswordButCannotBeRead() throws IOException {
        for (String name : List.of("a.rar", "a.dat")) {
            List<ReadPart> parts = contents.read(new Mail("x", "x").attach(name, OddFiles.rar5()).stream());
            assertThat(parts).extracting(ReadPart::unread).contains(UnreadReason.UNSUPPORTED);
        }
    }

    @Test
    void theLastOfTenThousandAttachmentsIsSeen() throws IOException {
        Mail mail = new Mail("x", "x");
        IntStream.range(0, 9_998).forEach(i -> mail.attach("a" + i + ".txt", "text/plain", new byte[] {'x'}));
        mail.attach("cuoi.txt", "text/plain", TEXT);
        List<ReadPart> parts = contents.read(new ByteArrayInputStream(mail.toBytes()));
        Optional<?> mark = new SecrecyRule().find("x", parts);
        assertThat(mark.isPresent() || parts.stream().anyMatch(ReadPart::isUnread))
                .isTrue();
        assertThat(parts.size()).isGreaterThan(1000);
    }

    private static byte[] word() {
        WordFile file = new WordFile();
        for (String line : MARKED) {
            file.paragraph(line);
        }
        return file.toBytes();
    }

    /** The file with a macro's part beside its text. */
    private static byte[] macro(byte[] docx, byte[] vbaProject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(docx));
                var out = new java.util.zip.ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                String types =
                        entry.getName().equals("[Content_Types].xml") ? new String(part, StandardCharsets.UTF_8) : "";
                out.write(types.isEmpty() ? part : withMacros(types).getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new java.util.zip.ZipEntry("word/vbaProject.bin"));
            out.write(vbaProject);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String withMacros(String contentTypes) {
        return contentTypes.replace(
                "</Types>",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
    }

    private static byte[] lockedPdf() throws IOException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked);
        }
        return locked.toByteArray();
    }
}
