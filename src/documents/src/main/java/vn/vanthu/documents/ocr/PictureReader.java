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
    /** A reading that is less sure than this, in percent, may be one of letters that lie on their side. */
    private static final double SURE = 60;
    /** A stamp of which less is known may say something else. */
    private static final double SURE_OF_STAMP = 75;
    /** A page's reading that is less sure than this is none. */
    private static final double GIBBERISH = 50;
    /** Less ink than this is an empty page. */
    private static final double BLANK = 0.0004;
    /** A page in A4 has this width in points. */
    private static final double PAGE_WIDTH = 595;

    /** Of a page's height. */
    private static final double HALF_A_LINE = 0.008;

    private final Tesseract tesseract;

    public PictureReader(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    /**
     * What was read of a picture.
     *
     * @param page the lines; none when there are no letters
     * @param doubtful whether there may be words that these lines do not give
     */
    public record Reading(Page page, boolean doubtful) {}

    /**
     * Reads a page.
     *
     * @throws IOException when it takes longer than allowed
     */
    public Reading page(BufferedImage image, long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        Colours colours = new Colours(image);
        GreyPicture printed = colours.printed();
        Turned turned = upright(printed, end);
        List<Line> all = new ArrayList<>(turned.lines);
        for (TwoColumns region : TwoColumns.on(turned.lines)) {
            GreyPicture whole = (region.signed() ? colours.black() : printed).turned(turned.quarters);
            reread(region, whole.straightened(turned.slope), all, end);
        }
        addStamped(colours, turned.quarters, all, end);
        boolean doubtful = letters(turned.lines) >= FEW_LETTERS && turned.sure < GIBBERISH;
        return new Reading(sorted(all), doubtful || all.isEmpty() && !isBlank(colours));
    }

    /**
     * Reads a small picture, which may be a stamp.
     *
     * @throws IOException when it takes longer than allowed
     */
    public Reading picture(BufferedImage image, long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        Stamp stamp = new Stamp(image);
        GreyPicture word = stamp.word();
        Tesseract.Reading reading = tesseract.read(word.straightened(), Tesseract.Layout.SCATTERED, left(end));
        List<Line> all = new ArrayList<>(stamp.corrected(lines(reading, word)));
        boolean read = letters(all) >= SHORTEST_STAMP && reading.sure() >= SURE_OF_STAMP;
        if (!read || !stamp.isOneInk()) {
            Colours colours = new Colours(image);
            GreyPicture printed = colours.printed();
            GreyPicture straight = printed.straightened();
            all.addAll(lines(tesseract.read(straight, Tesseract.Layout.SCATTERED, left(end)), straight));
            addStamped(colours, 0, all, end);
        }
        return new Reading(sorted(all), !read && stamp.isLikely());
    }

    /** Whether there is nothing on a page. */
    public static boolean isBlank(BufferedImage image) {
        return isBlank(new Colours(image));
    }

    private static boolean isBlank(Colours colours) {
        return colours.printed().ink() < BLANK && colours.stamped().isEmpty();
    }

    /** A page's lines, and how it was turned to read them. */
    private record Turned(int quarters, double slope, List<Line> lines, double sure, double standing) {}

    private Turned upright(GreyPicture printed, long end) throws IOException {
        Turned asItIs = turned(printed, 0, end);
        boolean suspect = letters(asItIs.lines) < FEW_LETTERS || asItIs.sure < SURE || asItIs.standing > 0.5;
        if (!suspect || printed.ink() < BLANK) {
            return asItIs;
        }
        int quarters = tesseract.quartersToTurn(printed, left(end));
        if (quarters == 0) {
            return asItIs;
        }
        Turned other = turned(printed, quarters, end);
        return letters(asItIs.lines) < FEW_LETTERS || other.sure > asItIs.sure ? other : asItIs;
    }

    private Turned turned(GreyPicture printed, int quarters, long end) throws IOException {
        GreyPicture picture = printed.turned(quarters);
        double slope = picture.slope();
        GreyPicture straight = picture.straightened(slope);
        Tesseract.Reading reading = tesseract.read(straight, Tesseract.Layout.PAGE, left(end));
        return new Turned(quarters, slope, lines(reading, straight), reading.sure(), reading.standing());
    }

    private void addStamped(Colours colours, int quarters, List<Line> lines, long end) throws IOException {
        if (colours.stamped().isEmpty()) {
            return;
        }
        GreyPicture stamped = colours.stamped().get().turned(quarters);
        for (int[] box : stamped.inked()) {
            GreyPicture part = stamped.part(box[0], box[1], box[2], box[3]);
            lines(part.straightened(), stamped, box, Tesseract.Layout.SCATTERED, left(end)).stream()
                    .filter(line -> letters(List.of(line)) >= SHORTEST_STAMP)
                    .forEach(lines::add);
        }
    }

    private static Page sorted(List<Line> lines) {
        lines.sort(Comparator.comparingDouble(Line::top).thenComparingDouble(Line::left));
        List<Line> once = new ArrayList<>();
        for (Line line : lines) {
            if (once.stream().noneMatch(other -> isSame(line, other))) {
                once.add(line);
            }
        }
        return new Page(once);
    }

    /** Read twice, once by its column: the second time it may stand a little higher or lower. */
    private static boolean isSame(Line line, Line other) {
        return line.text().equals(other.text())
                && Math.abs(line.top() - other.top()) < HALF_A_LINE
                && line.left() < other.right()
                && other.left() < line.right();
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
        List<List<Piece>> rows = tesseract.read(part, layout, millis).rows().stream()
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

    private static List<Line> lines(Tesseract.Reading reading, GreyPicture picture) {
        double scale = PAGE_WIDTH / Math.min(picture.width(), picture.height());
        List<List<Piece>> rows =
                reading.rows().stream().map(row -> scaled(row, scale)).toList();
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
