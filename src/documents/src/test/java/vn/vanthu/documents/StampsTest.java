package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** Secrecy stamps as pictures of a word in its frame: read, or the file is unread; logos are neither. */
class StampsTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final List<String> MARKS = List.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> stamps() {
        // 8 and 12 mm high on paper
        return MARKS.stream()
                .flatMap(mark -> Stream.of(
                        Arguments.of(mark, Color.RED, 23f),
                        Arguments.of(mark, Color.RED, 34f),
                        Arguments.of(mark, Color.BLACK, 34f)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("stamps")
    void aFramedStampOnAPageIsRead(String mark, Color ink, float height) throws IOException {
        assertThat(mark(read("a.pdf", PdfFile.TYPE, onPage(stamp(mark, ink, true), height))))
                .isEqualTo(mark);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("stamps")
    void aFramedStampByItselfIsRead(String mark, Color ink, float height) throws IOException {
        assertThat(mark(read("a.png", "image/png", png(stamp(mark, ink, true)))))
                .isEqualTo(mark);
    }

    @Test
    void theStampToolOfAViewerIsRead() throws IOException {
        assertThat(mark(read("a.pdf", PdfFile.TYPE, asAnnotation(stamp("MẬT", Color.RED, true)))))
                .isEqualTo("MẬT");
    }

    @Test
    void aFrameInWhichNothingCanBeReadIsUnreadAndALogoIsNot() throws IOException {
        BufferedImage scrawl = stamp("", Color.RED, true);
        scribble(scrawl, Color.RED);
        assertThat(read("a.png", "image/png", png(scrawl)).unread()).isEqualTo(UnreadReason.IMAGE_WITHOUT_TEXT);
        assertThat(read("a.pdf", PdfFile.TYPE, onPage(scrawl, 34)).unread()).isEqualTo(UnreadReason.IMAGE_WITHOUT_TEXT);
        BufferedImage signature = stamp("", Color.BLUE, false);
        scribble(signature, Color.BLUE);
        assertThat(read("a.png", "image/png", png(signature)).unread()).isEmpty();
        assertThat(read("a.png", "image/png", png(emblem())).unread()).isEmpty();
        assertThat(read("a.pdf", PdfFile.TYPE, onPage(emblem(), 60)).unread()).isEmpty();
    }

    private static String mark(ReadPart part) {
        return new SecrecyRule()
                .find("", List.of(part))
                .map(mark -> mark.level())
                .orElse("none in " + part.text() + part.unread());
    }

    private ReadPart read(String name, String type, byte[] bytes) throws IOException {
        Path copy = Files.write(folder.resolve(name), bytes);
        FoundFile file = new FoundFile("2", name, type, false, false, 1, copy, "00");
        return new FileContents(ENGINE, folder)
                .read(file, Budget.of(Limits.USUAL))
                .get(0);
    }

    /** A word with its frame, which ends where the picture does. */
    private static BufferedImage stamp(String word, Color ink, boolean framed) throws IOException {
        Font font = font().deriveFont(80f);
        int letters = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font)
                .stringWidth(word);
        // at least 20 mm wide where it is 8 mm high
        int wide = Math.max(380, letters + 80);
        BufferedImage image = new BufferedImage(wide, 152, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(ink);
        graphics.setFont(font);
        graphics.drawString(word, (wide - letters) / 2, 108);
        graphics.setStroke(new BasicStroke(6));
        if (framed) {
            graphics.drawRect(4, 4, image.getWidth() - 9, image.getHeight() - 9);
        }
        graphics.dispose();
        return image;
    }

    private static Font font() throws IOException {
        try (InputStream in = Paper.class.getResourceAsStream("/liberation/LiberationSerif-Bold.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (java.awt.FontFormatException e) {
            throw new IOException(e);
        }
    }

    private static void scribble(BufferedImage image, Color ink) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ink);
        for (int i = 0; i < 5; i++) {
            graphics.drawArc(40 + 45 * i, 40 + 8 * (i % 2), 60, 50 + 6 * i, 20 * i, 290);
        }
        graphics.dispose();
    }

    /** A red disc with a yellow star, as the national emblem has. */
    private static BufferedImage emblem() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(new Color(218, 37, 29));
        graphics.fillOval(10, 10, 180, 180);
        graphics.setColor(Color.YELLOW);
        graphics.fillPolygon(new int[] {100, 145, 45, 155, 60}, new int[] {40, 150, 80, 80, 150}, 5);
        graphics.dispose();
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] onPage(BufferedImage image, float height) throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            try (PDPageContentStream out =
                    new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true, true)) {
                float width = height * image.getWidth() / image.getHeight();
                out.drawImage(LosslessFactory.createFromImage(document, image), 70, 665, width, height);
            }
            return bytes(document);
        }
    }

    private static byte[] asAnnotation(BufferedImage image) throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            PDAppearanceStream look = new PDAppearanceStream(document);
            look.setBBox(new PDRectangle(0, 0, 60, 30));
            look.setResources(new PDResources());
            try (PDPageContentStream out = new PDPageContentStream(document, look)) {
                out.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 60, 30);
            }
            PDAppearanceDictionary looks = new PDAppearanceDictionary();
            looks.setNormalAppearance(look);
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(70, 665, 60, 30));
            stamp.setAppearance(looks);
            document.getPage(0).setAnnotations(List.of(stamp));
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
