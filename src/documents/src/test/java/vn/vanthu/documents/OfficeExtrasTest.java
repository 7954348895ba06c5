package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.WordFile;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** Marks in places of Office files that stand beside their text. */
class OfficeExtrasTest {

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

    @Test
    void aWatermarkAcrossThePage() throws IOException {
        byte[] word = new WordFile()
                .paragraph("Kính gửi: Sở Ngoại vụ")
                .watermark("MẬT")
                .toBytes();
        assertThat(isMarked("cv.docx", word)).isTrue();
        byte[] draft = new WordFile()
                .paragraph("Kính gửi: Sở Ngoại vụ")
                .watermark("DỰ THẢO")
                .toBytes();
        assertThat(isMarked("cv.docx", draft)).isFalse();
        assertThat(text("cv.docx", draft)).contains("DỰ THẢO");
    }

    @Test
    void aComment() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Kính gửi: Sở Ngoại vụ");
            document.createComments()
                    .createComment(java.math.BigInteger.ONE)
                    .createParagraph()
                    .createRun()
                    .setText("TỐI MẬT");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            assertThat(isMarked("cv.docx", bytes.toByteArray())).isTrue();
        }
    }

    @Test
    void whatExcelPrintsAboveThePage() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("So lieu");
            for (int i = 0; i < 100; i++) {
                sheet.createRow(i).createCell(0).setCellValue("Dòng " + i);
            }
            sheet.getHeader().setCenter("&\"Arial,Bold\"&14MẬT");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            assertThat(isMarked("so-lieu.xlsx", bytes.toByteArray())).isTrue();
        }
    }

    private static boolean isMarked(String name, byte[] file) throws IOException {
        return new SecrecyRule().find("x", parts(name, file)).isPresent();
    }

    private static String text(String name, byte[] file) throws IOException {
        return parts(name, file).get(1).text();
    }

    private static List<ReadPart> parts(String name, byte[] file) throws IOException {
        return contents.read(
                new ByteArrayInputStream(new Mail("x", "x").attach(name, file).toBytes()));
    }
}
