package vn.vanthu.documents;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.documents.layout.LineText;
import vn.vanthu.documents.layout.PageLines;
import vn.vanthu.documents.layout.Piece;
import vn.vanthu.message.text.office.LegacyFont;
import vn.vanthu.text.VietnameseText;

/** The text layer of a PDF, page by page, with the place of each line. */
final class PdfText extends PDFTextStripper {

    /** Text that leans more than this is a stamp or a watermark and stands in no row. */
    private static final double UPRIGHT_DEGREES = 3;

    private final VietnameseText engine;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Line> leaning = new ArrayList<>();
    private final StringBuilder leaningText = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();
    private int letters;

    /**
     * A picture on a page.
     *
     * @param left where it begins, as all four a part of the page's width or height
     * @param shape its longer side over its shorter one, on paper
     * @param readable whether its format is one that can be drawn
     * @param content where it is kept in the file, the same on each page that shows it; null for one inside the page
     */
    record Picture(
            double left,
            double top,
            double width,
            double height,
            double shape,
            boolean readable,
            @Nullable COSStream content) {

        /** A seal is 36 mm wide, 2 % of a page; signature and seal together some 5 %. */
        private static final double LARGER_THAN_SEALS = 0.08;
        /** The frame of MẬT is 20 mm by 8, that of TUYỆT MẬT 40 by 8; seals, logos and portraits are rounder. */
        private static final double STAMP_SHAPE = 1.8;
        /** Longer ones are lines. */
        private static final double LINE_SHAPE = 15;
        /** The part of a page in which marks are stamped; signatures, which are as wide, stand below. */
        private static final double HEAD = 0.5;

        double area() {
            return width * height;
        }

        /**
         * Whether it must not pass for read when it was not: it has room for a page's text, or the shape and place of a
         * mark. Else every ordinary document with a seal or a logo would be unread where letters cannot be recognised.
         */
        boolean mayBearMark() {
            boolean stamp = shape >= STAMP_SHAPE && shape <= LINE_SHAPE && top < HEAD;
            return area() > SMALLEST_STAMP && (stamp || area() > LARGER_THAN_SEALS);
        }
    }

    /** Pictures over less than this part of a page are no stamps: the smallest has 20 mm by 8 on A4. */
    static final double SMALLEST_STAMP = 0.002;

    PdfText(VietnameseText engine) {
        this.engine = engine;
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
    }

    /** A page, counted from 1. */
    Page page(PDDocument document, int number) throws IOException {
        pieces.clear();
        leaning.clear();
        pictures.clear();
        letters = 0;
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
        var box = document.getPage(number - 1).getCropBox();
        boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
        Page upright = turned
                ? new PageLines(box.getHeight(), box.getWidth()).page(pieces)
                : new PageLines(box.getWidth(), box.getHeight()).page(pieces);
        if (leaning.isEmpty()) {
            return upright;
        }
        List<Line> all = new ArrayList<>(leaning);
        all.addAll(upright.lines());
        return new Page(all);
    }

    /** Letters and digits of the page that was read last. */
    int letters() {
        return letters;
    }

    /** The pictures of the page that was read last. */
    List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do")
                && !operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && getResources() != null
                && getResources().isImageXObject(name)) {
            note(name);
        } else if (operator.getName().equals("BI")) {
            note(true, null);
        }
        super.processOperator(operator, operands);
    }

    private void note(COSName name) {
        COSDictionary all = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream content = all == null ? null : all.getCOSStream(name);
        COSBase filter = content == null ? null : content.getFilters();
        note(filter == null || !filter.toString().contains("JPXDecode"), content);
    }

    /** Where the picture that is drawn now stands. */
    private void note(boolean readable, @Nullable COSStream content) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        PDRectangle box = getCurrentPage().getCropBox();
        double wide = Math.max(1e-6, Math.abs(matrix.getScalingFactorX()));
        double high = Math.max(1e-6, Math.abs(matrix.getScalingFactorY()));
        double width = wide / box.getWidth();
        double height = high / box.getHeight();
        double left = (matrix.getTranslateX() - box.getLowerLeftX()) / box.getWidth();
        double bottom = (matrix.getTranslateY() - box.getLowerLeftY()) / box.getHeight();
        double shape = Math.max(wide, high) / Math.min(wide, high);
        pictures.add(new Picture(left, 1 - bottom - height, width, height, shape, readable, content));
    }

    @Override
    protected void writePage() throws IOException {
        // stamps and fields of forms are annotations, drawn over the page
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden()) {
                showAnnotation(annotation);
            }
        }
        for (List<TextPosition> article : getCharactersByArticle()) {
            for (TextPosition position : article) {
                add(position);
            }
        }
        endLeaning();
    }

    private void add(TextPosition position) {
        String text = text(position);
        letters += (int) text.chars().filter(Character::isLetterOrDigit).count();
        if (isLeaning(position)) {
            leaningText.append(text);
            return;
        }
        endLeaning();
        double size = Math.max(1, Math.abs(position.getYScale()));
        double left = position.getXDirAdj();
        pieces.add(new Piece(
                text, left, left + position.getWidthDirAdj(), position.getYDirAdj(), size, isBold(position.getFont())));
    }

    private void endLeaning() {
        String text = LineText.of(leaningText.toString());
        leaningText.setLength(0);
        if (!text.isEmpty()) {
            leaning.add(Line.of(text));
        }
    }

    private static boolean isLeaning(TextPosition position) {
        var matrix = position.getTextMatrix();
        double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleY()));
        double off = Math.abs(angle % 90);
        return Math.min(off, 90 - off) > UPRIGHT_DEGREES;
    }

    /** Its letters; those of a font that draws a legacy encoding in Unicode. */
    private String text(TextPosition position) {
        String text = position.getUnicode();
        return LegacyFont.of(fontName(position.getFont()))
                .filter(font -> !LegacyFont.isUnicode(text))
                .map(font -> font.decode(engine, text).text())
                .orElse(text);
    }

    /** Without the tag that marks a part of a font ({@code ABCDEF+}). */
    private static String fontName(PDFont font) {
        String name = font.getName() == null ? "" : font.getName();
        int plus = name.indexOf('+');
        return plus == 6 ? name.substring(7) : name;
    }

    private static boolean isBold(PDFont font) {
        String name = fontName(font).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("black")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 700);
    }
}
