package vn.vanthu.documents.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.documents.layout.PageLines;
import vn.vanthu.documents.layout.Piece;

/** Reads the letters in pictures of pages: straightened, turned upright, without the seal over the name, and the stamps. */
public final class PictureReader {

    /** Fewer letters than this on a page: it may lie on its side. */
    private static final int FEW_LETTERS = 30;
    /** MẬT; shorter ones are pieces of a seal. */
    private static final int SHORTEST_STAMP = 3;
    /** Less ink than this is an empty page. */
    private static final double BLANK = 0.0004;
    /** A page in A4 has this width in points. */
    private static final double PAGE_WIDTH = 595;

    private final Tesseract tesseract;

    public PictureReader(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    /**
     * The lines of a page; none when there are no letters.
     *
     * @throws IOException when it takes longer than allowed
     */
    public Page page(BufferedImage image, long millis) throws IOException {
        return page(image, Tesseract.Layout.PAGE, millis);
    }

    /** The lines of a small picture, which may be a stamp. */
    public Page picture(BufferedImage image, long millis) throws IOException {
        return page(image, Tesseract.Layout.SCATTERED, millis);
    }

    /** Whether there is nothing on a page. */
    public static boolean isBlank(BufferedImage image) {
        Colours colours = new Colours(image);
        return colours.printed().ink() < BLANK && colours.stamped().isEmpty();
    }

    private Page page(BufferedImage image, Tesseract.Layout layout, long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        Colours colours = new Colours(image);
        GreyPicture printed = colours.printed();
        double slope = printed.slope();
        List<Line> lines = lines(printed.straightened(slope), layout, left(end));
        int quarters = 0;
        if (letters(lines) < FEW_LETTERS && layout == Tesseract.Layout.PAGE && printed.ink() >= BLANK) {
            quarters = tesseract.quartersToTurn(printed, left(end));
            if (quarters > 0) {
                slope = printed.turned(quarters).slope();
                lines = lines(printed.turned(quarters).straightened(slope), layout, left(end));
            }
        }
        List<Line> all = new ArrayList<>(lines);
        if (layout == Tesseract.Layout.PAGE) {
            for (TwoColumns region : TwoColumns.on(lines)) {
                GreyPicture whole = (region.signed() ? colours.black() : printed).turned(quarters);
                reread(region, whole.straightened(slope), all, end);
            }
        }
        if (colours.stamped().isPresent()) {
            GreyPicture stamped = colours.stamped().get().turned(quarters);
            for (int[] box : stamped.inked()) {
                GreyPicture part = stamped.part(box[0], box[1], box[2], box[3]);
                lines(part.straightened(), stamped, box, Tesseract.Layout.SCATTERED, left(end)).stream()
                        .filter(line -> letters(List.of(line)) >= SHORTEST_STAMP)
                        .forEach(all::add);
            }
        }
        all.sort(Comparator.comparingDouble(Line::top).thenComparingDouble(Line::left));
        return new Page(all);
    }

    /** Each column by itself: the program mixes them, and leaves out what stands under a signature. */
    private void reread(TwoColumns region, GreyPicture whole, List<Line> lines, long end) throws IOException {
        int top = (int) (region.top() * whole.height());
        int bottom = (int) (region.bottom() * whole.height());
        int border = whole.gap((int) (region.from() * whole.width()), (int) (region.to() * whole.width()), top, bottom);
        replace(lines, whole, new int[] {0, top, border, bottom}, end);
        replace(lines, whole, new int[] {border, top, whole.width(), bottom}, end);
    }

    private void replace(List<Line> lines, GreyPicture whole, int[] box, long end) throws IOException {
        GreyPicture part = whole.part(box[0], box[1], box[2], box[3]);
        List<Line> again = lines(part, whole, box, Tesseract.Layout.COLUMN, left(end));
        if (again.isEmpty()) {
            return;
        }
        List<Line> before =
                lines.stream().filter(line -> isIn(line, box, whole)).toList();
        lines.removeAll(before);
        lines.addAll(SecondReading.over(before, again));
    }

    private static boolean isIn(Line line, int[] box, GreyPicture whole) {
        double x = (line.left() + line.right()) / 2 * whole.width();
        double y = line.top() * whole.height() + line.size() / PAGE_WIDTH * whole.width() / 2;
        return x >= box[0] && x < box[2] && y >= box[1] && y < box[3];
    }

    /** The lines of a part, whose left, top, right and bottom of the whole the box gives. */
    private List<Line> lines(GreyPicture part, GreyPicture whole, int[] box, Tesseract.Layout layout, long millis)
            throws IOException {
        double scale = PAGE_WIDTH / Math.min(whole.width(), whole.height());
        List<List<Piece>> rows = tesseract.rows(part, layout, millis).stream()
                .map(row -> row.stream()
                        .map(piece -> new Piece(
                                piece.text(),
                                piece.left() + box[0],
                                piece.right() + box[0],
                                piece.bottom() + box[1],
                                piece.size(),
                                false))
                        .toList())
                .map(row -> scaled(row, scale))
                .toList();
        return readable(new PageLines(whole.width() * scale, whole.height() * scale).lines(rows));
    }

    private static List<Line> readable(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static long left(long end) throws IOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new IOException("no time left to recognise letters");
        }
        return millis;
    }

    private List<Line> lines(GreyPicture picture, Tesseract.Layout layout, long millis) throws IOException {
        double scale = PAGE_WIDTH / Math.min(picture.width(), picture.height());
        List<List<Piece>> rows = tesseract.rows(picture, layout, millis).stream()
                .map(row -> scaled(row, scale))
                .toList();
        return readable(new PageLines(picture.width() * scale, picture.height() * scale).lines(rows));
    }

    /** In points, all on the line that most of the row's words stand on. */
    private static List<Piece> scaled(List<Piece> row, double scale) {
        double bottom = middle(row.stream().mapToDouble(Piece::bottom).sorted().toArray());
        double size = middle(row.stream().mapToDouble(Piece::size).sorted().toArray());
        List<Piece> scaled = new ArrayList<>();
        for (Piece word : row) {
            scaled.add(new Piece(
                    word.text(), word.left() * scale, word.right() * scale, bottom * scale, size * scale, false));
        }
        return scaled;
    }

    private static double middle(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static long letters(List<Line> lines) {
        return lines.stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(Character::isLetterOrDigit)
                .count();
    }
}
