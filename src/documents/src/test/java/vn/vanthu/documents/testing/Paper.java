package vn.vanthu.documents.testing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages in A4 with texts at given places, written as PDF. */
public final class Paper {

    private static final float HEIGHT = PDRectangle.A4.getHeight();

    /** How a text stands to its x. */
    public enum Align {
        LEFT,
        CENTER
    }

    private record Text(int page, String text, float x, float y, float size, boolean bold, Align align, Color color) {}

    private record Frame(int page, float x, float y, float width, float height, Color color) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private int pages = 1;

    /** What follows stands on a further page. */
    public Paper newPage() {
        pages++;
        return this;
    }

    /** A text whose letters stand at y, in points from the top. */
    public Paper text(String text, double x, double y, double size, boolean bold, Align align) {
        return text(text, x, y, size, bold, align, Color.BLACK);
    }

    public Paper text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        texts.add(new Text(pages - 1, text, (float) x, (float) y, (float) size, bold, align, color));
        return this;
    }

    public Paper left(String text, double x, double y) {
        return text(text, x, y, 13, false, Align.LEFT);
    }

    public Paper center(String text, double x, double y) {
        return text(text, x, y, 13, false, Align.CENTER);
    }

    public Paper centerBold(String text, double x, double y) {
        return text(text, x, y, 13, true, Align.CENTER);
    }

    /** A word in a frame, as a stamp leaves it. */
    public Paper stamp(String text, double x, double y, double size, Color color) {
        float width = (float) (text.length() * size * 0.75 + size);
        frames.add(new Frame(
                pages - 1, (float) x - width / 2, (float) (y - size * 1.25), width, (float) (size * 1.8), color));
        return text(text, x, y, size, true, Align.CENTER, color);
    }

    /** The head and foot of a công văn, with a body between. */
    public static Paper letter() {
        Paper paper = new Paper()
                .center("UBND TỈNH BÌNH ĐỊNH", 170, 70)
                .centerBold("SỞ NGOẠI VỤ", 170, 86)
                .text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 410, 70, 12.5, true, Align.CENTER)
                .centerBold("Độc lập - Tự do - Hạnh phúc", 410, 86)
                .center("Số: 123/SNgV-VP", 170, 115)
                .text("Bình Định, ngày 24 tháng 11 năm 2026", 410, 115, 13, false, Align.CENTER)
                .text("V/v báo cáo công tác đối ngoại", 170, 135, 12, false, Align.CENTER)
                .center("Kính gửi: Ủy ban nhân dân tỉnh Bình Định", 300, 180);
        double y = 210;
        for (int i = 1; i <= 8; i++) {
            paper.left("Sở Ngoại vụ báo cáo kết quả công tác đối ngoại quý " + i + " theo yêu cầu của tỉnh,", 85, y);
            paper.left("trong đó có các đoàn ra, đoàn vào và hội nghị quốc tế tổ chức tại địa phương.", 85, y + 18);
            y += 36;
        }
        return paper.text("Nơi nhận:", 85, 560, 12, true, Align.LEFT)
                .text("- Như trên;", 85, 576, 11, false, Align.LEFT)
                .text("- Lưu: VT, VP.", 85, 590, 11, false, Align.LEFT)
                .centerBold("GIÁM ĐỐC", 420, 560)
                .centerBold("Nguyễn Văn An", 420, 650);
    }

    /** The pages as a PDF with a text layer. */
    public byte[] toPdf() {
        try (PDDocument document = new PDDocument()) {
            PDFont regular = font(document, "Regular");
            PDFont bold = font(document, "Bold");
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                    for (Text text : texts) {
                        if (text.page == page) {
                            write(out, text, text.bold ? bold : regular);
                        }
                    }
                    for (Frame frame : frames) {
                        if (frame.page == page) {
                            write(out, frame);
                        }
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDFont font(PDDocument document, String style) throws IOException {
        try (InputStream in = Paper.class.getResourceAsStream("/liberation/LiberationSerif-" + style + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static void write(PDPageContentStream out, Text text, PDFont font) throws IOException {
        float width = font.getStringWidth(text.text) / 1000 * text.size;
        out.beginText();
        out.setNonStrokingColor(text.color);
        out.setFont(font, text.size);
        out.newLineAtOffset(text.align == Align.CENTER ? text.x - width / 2 : text.x, HEIGHT - text.y);
        out.showText(text.text);
        out.endText();
    }

    private static void write(PDPageContentStream out, Frame frame) throws IOException {
        out.setStrokingColor(frame.color);
        out.setLineWidth(1.5f);
        out.addRect(frame.x, HEIGHT - frame.y - frame.height, frame.width, frame.height);
        out.stroke();
    }
}
