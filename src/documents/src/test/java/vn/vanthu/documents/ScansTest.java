package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.documents.ocr.Tesseract;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.documents.testing.Scan;
import vn.vanthu.documents.testing.WordFile;
import vn.vanthu.text.VietnameseText;

/** Scanned papers, read by the real tesseract. */
class ScansTest {

    @TempDir
    private static Path folder = Path.of("");

    private static MessageContents contents;

    @BeforeAll
    static void start() {
        assertThat(Tesseract.find(folder))
                .as("tesseract with Vietnamese data: apt-get install tesseract-ocr tesseract-ocr-vie")
                .isPresent();
        contents = MessageContents.of(VietnameseText.load(), folder);
    }

    @AfterAll
    static void stop() {
        contents.close();
    }

    @Test
    void aSkewedScanWithASealOverTheNameIsRead() throws IOException {
        ReadPart part = read("cv.pdf", Scan.of(Paper.letter()).toPdf());
        assertThat(part.unread()).isEmpty();
        assertThat(part.origin()).isEqualTo(Origin.SCAN);
        assertThat(part.pageCount()).isEqualTo(1);
        assertThat(lines(part))
                .contains(
                        "UBND TỈNH BÌNH ĐỊNH",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số: 123/SNgV-VP",
                        "Bình Định, ngày 24 tháng 11 năm 2026",
                        "Nơi nhận:",
                        "GIÁM ĐỐC",
                        "Nguyễn Văn An");
    }

    @Test
    void stampsOfEveryInkAreRead() throws IOException {
        Paper blue = Paper.letter().stamp("TUYỆT MẬT", 170, 160, 14, Color.BLUE);
        assertThat(lines(read("a.png", Scan.of(blue).toImage("png")))).contains("TUYỆT MẬT");
        Paper red = Paper.letter().stamp("MẬT", 170, 160, 14, Color.RED);
        assertThat(lines(read("a.png", Scan.of(red).toImage("png")))).contains("MẬT");
        Paper black = Paper.letter().stamp("TỐI MẬT", 170, 160, 14, Color.BLACK);
        assertThat(lines(read("a.jpg", Scan.of(black).toImage("jpg")))).contains("TỐI MẬT");
    }

    @Test
    void aScanOnItsSideIsTurned() throws IOException {
        BufferedImage scan =
                ImageIO.read(new ByteArrayInputStream(Scan.of(Paper.letter()).toImage("png")));
        BufferedImage turned = new BufferedImage(scan.getHeight(), scan.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < scan.getWidth(); x++) {
            for (int y = 0; y < scan.getHeight(); y++) {
                turned.setRGB(scan.getHeight() - 1 - y, x, scan.getRGB(x, y));
            }
        }
        assertThat(lines(read("a.png", png(turned)))).contains("SỞ NGOẠI VỤ", "Số: 123/SNgV-VP");
    }

    @Test
    void aPhotographIsUnreadAndALogoIsNot() throws IOException {
        BufferedImage photograph = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1200; x++) {
            for (int y = 0; y < 900; y++) {
                photograph.setRGB(x, y, new Color(x * 255 / 1200, y * 255 / 900, 40).getRGB());
            }
        }
        assertThat(read("anh.png", png(photograph)).unread()).isEqualTo("image-without-text");
        BufferedImage logo = photograph.getSubimage(0, 0, 160, 80);
        assertThat(read("logo.png", png(logo)).unread()).isEmpty();
    }

    @Test
    void slowFilesFromOutsideLeaveRoomForOurMail() throws Exception {
        List<Thread> strangers = List.of(slowMailFromOutside("A"), slowMailFromOutside("B"));
        strangers.forEach(Thread::start);
        for (Thread stranger : strangers) {
            while (stranger.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(10);
            }
        }

        read("cv.docx", new WordFile().paragraph("Kính gửi").toBytes());

        assertThat(strangers).allMatch(Thread::isAlive);
        for (Thread stranger : strangers) {
            stranger.join();
        }
    }

    /** Keeps a worker busy for many seconds. */
    private static Thread slowMailFromOutside(String name) {
        Paper paper = Paper.letter();
        for (int page = 0; page < 5; page++) {
            paper.newPage().left(name, 100, 100);
        }
        byte[] scan = Scan.of(paper).toPdf();
        return new Thread(() -> {
            try {
                contents.forOutside().read(new Mail("x", "x").attach(name, scan).stream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static ReadPart read(String name, byte[] file) throws IOException {
        List<ReadPart> parts = contents.read(new Mail("x", "x").attach(name, file).stream());
        return parts.get(parts.size() - 1);
    }

    private static List<String> lines(ReadPart part) {
        return part.text().lines().toList();
    }
}
