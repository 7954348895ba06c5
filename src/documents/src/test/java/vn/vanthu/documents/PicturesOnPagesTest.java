package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.ocr.PictureReader;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** Pictures on pages that have a text layer: read, or the file is unread when one was left out that may bear a mark. */
class PicturesOnPagesTest {

    /** In points from the top left; the frame of MẬT by the rules is 20 mm by 8. */
    private record Place(double left, double top, double width, double height) {}

    private static final Place STAMP = new Place(140, 140, 57, 23);
    private static final Place SEAL = new Place(370, 570, 102, 102);
    private static final Place LOGO = new Place(60, 30, 60, 60);
    private static final Place SIGNATURE = new Place(380, 600, 140, 60);
    private static final Place HALF_PAGE = new Place(60, 450, 480, 300);
    private static final Place LINE = new Place(60, 100, 480, 4);

    private static final VietnameseText ENGINE = VietnameseText.load();

    @TempDir
    Path folder = Path.of("");

    @Test
    void theStampIsReadWhereverItStandsAmongMany() throws IOException {
        byte[] pdf = Paper.letter().toPdf();
        for (int i = 0; i < 12; i++) {
            pdf = with(pdf, word("Anh " + i), new Place(60 + 40 * i, 230, 38, 38), false);
        }
        ReadPart part = read(with(pdf, word("MẬT"), STAMP, false), reader());
        assertThat(new SecrecyRule().find("", List.of(part))).isPresent();
    }

    @Test
    void whatIsLeftOutIsToldUnlessItIsTooSmall() throws IOException {
        byte[] many = Paper.letter().toPdf();
        byte[] tiny = many;
        for (int i = 0; i < 12; i++) {
            many = with(many, word("Hình " + i), new Place(60, 60 + 30 * i, 70, 25), false);
            tiny = with(tiny, word("x"), new Place(60 + 12 * i, 60, 10, 10), false);
        }
        assertThat(read(many, reader()).unread()).isEqualTo(UnreadReason.TOO_LARGE);
        assertThat(read(tiny, reader()).unread()).isEmpty();
    }

    @Test
    void aLetterheadOnEveryPageIsReadOnce() throws IOException {
        Paper paper = Paper.letter();
        for (int page = 1; page < 45; page++) {
            paper.newPage().left("Trang tiếp theo của báo cáo công tác đối ngoại", 85, 300);
        }
        assertThat(read(onEveryPage(paper.toPdf(), word("SỞ NGOẠI VỤ")), reader())
                        .unread())
                .isEmpty();
    }

    @Test
    void pagesBeyondTheLooksAreUnread() throws IOException {
        Paper paper = Paper.letter();
        for (int page = 1; page < 45; page++) {
            paper.newPage().left("Trang tiếp theo của báo cáo công tác đối ngoại", 85, 300);
        }
        byte[] pdf = paper.toPdf();
        assertThat(read(eachPageItsOwn(pdf), reader(), new Limits(9, 9, 1 << 30, 1 << 30, Limits.USUAL.time(), 3))
                        .unread())
                .isEqualTo(UnreadReason.TOO_LARGE);
    }

    @Test
    void aPictureInAFormatThatIsNotDrawnIsUnread() throws IOException {
        byte[] letter = Paper.letter().toPdf();
        assertThat(read(with(letter, word("MẬT"), STAMP, true), reader()).unread())
                .isEqualTo(UnreadReason.UNKNOWN_TYPE);
        assertThat(read(with(letter, word("x"), SEAL, true), reader()).unread()).isEmpty();
    }

    @Test
    void withoutLetterRecognitionWhatMayBearAMarkIsUnread() throws IOException {
        byte[] letter = Paper.letter().toPdf();
        for (Place place : List.of(STAMP, HALF_PAGE)) {
            assertThat(read(with(letter, word("MẬT"), place, false), Optional.empty())
                            .unread())
                    .as("%s", place)
                    .isEqualTo(UnreadReason.NO_OCR);
        }
    }

    @Test
    void withoutLetterRecognitionAnOrdinaryDocumentIsNotUnread() throws IOException {
        byte[] letter = Paper.letter().toPdf();
        assertThat(read(letter, Optional.empty()).unread()).isEmpty();
        for (Place place : List.of(SEAL, LOGO, SIGNATURE, LINE)) {
            assertThat(read(with(letter, word("x"), place, false), Optional.empty())
                            .unread())
                    .as("%s", place)
                    .isEmpty();
        }
    }

    private Optional<PictureReader> reader() {
        return new Pictures(folder).reader();
    }

    private ReadPart read(byte[] pdf, Optional<PictureReader> reader) throws IOException {
        return read(pdf, reader, Limits.USUAL);
    }

    private ReadPart read(byte[] pdf, Optional<PictureReader> reader, Limits limits) throws IOException {
        Path copy = Files.write(folder.resolve("a.pdf"), pdf);
        FoundFile file = new FoundFile("2", "a.pdf", PdfFile.TYPE, false, false, 1, copy, "00");
        PdfFile files = new PdfFile(ENGINE, new Texts(ENGINE), reader);
        return files.read(file, (inner, budget) -> List.of(), new Spool(folder), Budget.of(limits))
                .get(0);
    }

    private static BufferedImage word(String word) {
        BufferedImage image = new BufferedImage(400, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 400, 160);
        graphics.setColor(Color.BLACK);
        graphics.drawRect(6, 6, 388, 148);
        graphics.setFont(new Font(Font.SERIF, Font.BOLD, word.length() > 6 ? 50 : 100));
        graphics.drawString(word, 60, 125);
        graphics.dispose();
        return image;
    }

    /** The first page with a picture. */
    private static byte[] with(byte[] pdf, BufferedImage image, Place place, boolean undrawable) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDImageXObject picture = LosslessFactory.createFromImage(document, image);
            if (undrawable) {
                picture.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
            }
            draw(document, 0, picture, place);
            return bytes(document);
        }
    }

    private static byte[] onEveryPage(byte[] pdf, BufferedImage image) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDImageXObject picture = LosslessFactory.createFromImage(document, image);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                draw(document, page, picture, new Place(60, 20, 200, 40));
            }
            return bytes(document);
        }
    }

    private static byte[] eachPageItsOwn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < 5; page++) {
                PDImageXObject picture = LosslessFactory.createFromImage(document, word("Trang " + page));
                draw(document, page, picture, new Place(60, 20, 200, 40));
            }
            return bytes(document);
        }
    }

    private static void draw(PDDocument document, int page, PDImageXObject picture, Place place) throws IOException {
        float height = document.getPage(page).getCropBox().getHeight();
        try (PDPageContentStream out =
                new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true, true)) {
            out.drawImage(
                    picture,
                    (float) place.left(),
                    (float) (height - place.top() - place.height()),
                    (float) place.width(),
                    (float) place.height());
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
