package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.Line;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.documents.testing.WordFile;
import vn.vanthu.text.VietnameseText;

/** What is read of bodies, PDF and Office files, through real workers. */
class MessageContentsTest {

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
    void theColumnsOfADocumentsHeadAreLinesOfTheirOwn() throws IOException {
        ReadPart pdf = attachment(new Mail("Công văn", "Kính gửi.")
                .attach("cv.pdf", Paper.letter().toPdf()));
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertThat(pdf.pageCount()).isEqualTo(1);
        assertThat(lines(pdf))
                .containsSubsequence(
                        "UBND TỈNH BÌNH ĐỊNH",
                        "SỞ NGOẠI VỤ",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số: 123/SNgV-VP",
                        "Bình Định, ngày 24 tháng 11 năm 2026")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "GIÁM ĐỐC", "Nguyễn Văn An");
        Line number = line(pdf, "Số: 123/SNgV-VP");
        Line date = line(pdf, "Bình Định, ngày 24 tháng 11 năm 2026");
        assertThat(number.right()).isLessThan(date.left());
        assertThat(number.top()).isBetween(0.11, 0.14);
        assertThat(line(pdf, "SỞ NGOẠI VỤ").bold()).isTrue();
        assertThat(number.bold()).isFalse();
        assertThat(number.size()).isEqualTo(13);
    }

    @Test
    void theCellsOfAWordTableAreColumns() throws IOException {
        byte[] word = new WordFile()
                .columns("SỞ NGOẠI VỤ\nSố: 12/SNgV-VP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBình Định, ngày 1")
                .paragraph("Kính gửi: Văn phòng")
                .toBytes();
        ReadPart part = attachment(new Mail("x", "x").attach("cv.docx", word));
        assertThat(lines(part))
                .containsExactly(
                        "SỞ NGOẠI VỤ",
                        "Số: 12/SNgV-VP",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Bình Định, ngày 1",
                        "Kính gửi: Văn phòng");
        assertThat(line(part, "Số: 12/SNgV-VP").right())
                .isLessThanOrEqualTo(line(part, "Bình Định, ngày 1").left());
    }

    @Test
    void aBodyIsReadWithItsTablesAndLegacyLetters() throws IOException {
        String html = "<html><body><p>Kính gửi:<br>Sở &Aacute;</p><table><tr><td>trái</td><td>phải</td></tr></table>";
        ReadPart part = read(("Content-Type: text/html; charset=utf-8\r\n\r\n" + html).getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertThat(lines(part)).containsExactly("Kính gửi:", "Sở Á", "trái", "phải");
        assertThat(part.body()).isTrue();

        byte[] legacy =
                VietnameseText.load().encode("Cộng hòa xã hội chủ nghĩa Việt Nam", vn.vanthu.text.Encoding.TCVN3);
        byte[] mail = new byte[legacy.length + 2];
        mail[0] = '\r';
        mail[1] = '\n';
        System.arraycopy(legacy, 0, mail, 2, legacy.length);
        assertThat(lines(read(mail).get(0))).containsExactly("Cộng hòa xã hội chủ nghĩa Việt Nam");
    }

    private static List<ReadPart> read(byte[] message) throws IOException {
        return contents.read(new java.io.ByteArrayInputStream(message));
    }

    private static ReadPart attachment(Mail mail) throws IOException {
        List<ReadPart> parts = contents.read(mail.stream());
        assertThat(parts).allMatch(part -> !part.isUnread());
        return parts.get(parts.size() - 1);
    }

    private static List<String> lines(ReadPart part) {
        return part.text().lines().toList();
    }

    private static Line line(ReadPart part, String text) {
        return part.pages().stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not a line of " + part.text()));
    }
}
