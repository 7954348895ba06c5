package vn.vanthu.documents;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
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
     * @param readable whether its format is one that can be drawn
     */
    record Picture(double left, double top, double width, double height, boolean readable) {
        double area() {
            return width * height;
        }
    }

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
            note(true);
        }
        super.processOperator(operator, operands);
    }

    private void note(COSName name) throws IOException {
        COSBase filter = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT) == null
                ? null
                : getResources()
                        .getCOSObject()
                        .getCOSDictionary(COSName.XOBJECT)
                        .getCOSStream(name)
                        .getFilters();
        note(filter == null || !filter.toString().contains("JPXDecode"));
    }

    /** Where the picture that is drawn now stands. */
    private void note(boolean readable) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        PDRectangle box = getCurrentPage().getCropBox();
        double width = Math.abs(matrix.getScalingFactorX()) / box.getWidth();
        double height = Math.abs(matrix.getScalingFactorY()) / box.getHeight();
        double left = (matrix.getTranslateX() - box.getLowerLeftX()) / box.getWidth();
        double bottom = (matrix.getTranslateY() - box.getLowerLeftY()) / box.getHeight();
        pictures.add(new Picture(left, 1 - bottom - height, width, height, readable));
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
