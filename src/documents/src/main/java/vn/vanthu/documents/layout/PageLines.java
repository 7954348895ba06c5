package vn.vanthu.documents.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;

/**
 * Puts the pieces of a page together to lines. What stands side by side in two columns (the head of a Vietnamese document,
 * Nơi nhận beside the signature) becomes two lines.
 */
public final class PageLines {

    /** Letters whose feet differ by less than this part of their size stand in one row. */
    private static final double SAME_ROW = 0.35;
    /** A gap of this part of the size separates words; with spaces written, only a wider one does. */
    private static final double WORD_GAP = 0.15;

    private static final double WORD_GAP_BESIDE_SPACES = 0.3;
    /** A gap of this part of the size may separate columns, if the others in the row are much narrower. */
    private static final double COLUMN_GAP = 0.85;

    private static final double WIDER_THAN_OTHERS = 2.2;
    private static final double CERTAIN_COLUMN_GAP = 3;

    private final double width;
    private final double height;

    /** For a page of this size in points. */
    public PageLines(double width, double height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
    }

    public Page page(List<Piece> pieces) {
        boolean spaces = pieces.stream().anyMatch(Piece::isSpace);
        double wordGap = spaces ? WORD_GAP_BESIDE_SPACES : WORD_GAP;
        List<Line> lines = new ArrayList<>();
        for (List<Piece> row : rows(pieces)) {
            columns(words(row, wordGap)).forEach(words -> lines.add(line(words)));
        }
        lines.sort(Comparator.comparingDouble(Line::top).thenComparingDouble(Line::left));
        return new Page(lines);
    }

    /** The lines of rows of words. */
    public List<Line> lines(List<List<Piece>> rows) {
        List<Line> lines = new ArrayList<>();
        for (List<Piece> row : rows) {
            List<Piece> words = new ArrayList<>(row);
            words.sort(Comparator.comparingDouble(Piece::left));
            columns(words).forEach(column -> lines.add(line(column)));
        }
        return lines;
    }

    private static List<List<Piece>> rows(List<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Piece::bottom));
        List<List<Piece>> rows = new ArrayList<>();
        Piece before = null;
        for (Piece piece : sorted) {
            double near = SAME_ROW * (before == null ? 0 : Math.min(before.size(), piece.size()));
            if (before == null || piece.bottom() - before.bottom() > near) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(piece);
            before = piece;
        }
        return rows;
    }

    /** The words of a row from left to right. */
    private static List<Piece> words(List<Piece> row, double wordGap) {
        row.sort(Comparator.comparingDouble(Piece::left));
        List<Piece> words = new ArrayList<>();
        Piece word = null;
        for (Piece piece : row) {
            if (piece.isSpace()) {
                word = ended(word, words);
            } else if (word == null || piece.left() - word.right() > wordGap * piece.size()) {
                ended(word, words);
                word = piece;
            } else {
                word = joined(word, piece);
            }
        }
        ended(word, words);
        return words;
    }

    private static @Nullable Piece ended(@Nullable Piece word, List<Piece> words) {
        if (word != null) {
            words.add(word);
        }
        return null;
    }

    private static Piece joined(Piece word, Piece next) {
        return new Piece(
                word.text() + next.text(),
                word.left(),
                Math.max(word.right(), next.right()),
                word.bottom(),
                Math.max(word.size(), next.size()),
                word.bold() && next.bold());
    }

    /** Cuts a row where a gap is wide, and wide beside the others: in justified text all are alike. */
    private static List<List<Piece>> columns(List<Piece> words) {
        double usual = usualGap(words);
        List<List<Piece>> columns = new ArrayList<>();
        Piece before = null;
        for (Piece word : words) {
            double gap = before == null ? Double.MAX_VALUE : word.left() - before.right();
            double size = before == null ? word.size() : Math.max(before.size(), word.size());
            boolean wide = gap > COLUMN_GAP * size && gap > WIDER_THAN_OTHERS * usual;
            if (before == null || wide || gap > CERTAIN_COLUMN_GAP * size) {
                columns.add(new ArrayList<>());
            }
            columns.get(columns.size() - 1).add(word);
            before = word;
        }
        return columns;
    }

    private static double usualGap(List<Piece> words) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            gaps.add(words.get(i).left() - words.get(i - 1).right());
        }
        gaps.sort(null);
        return gaps.isEmpty() ? 0 : Math.max(0, gaps.get((gaps.size() - 1) / 2));
    }

    private Line line(List<Piece> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
        double size = words.stream().mapToDouble(Piece::size).max().orElse(0);
        double bottom = words.stream().mapToDouble(Piece::bottom).min().orElse(0);
        return new Line(
                LineText.of(text.toString()),
                words.get(0).left() / width,
                (bottom - size) / height,
                words.get(words.size() - 1).right() / width,
                size,
                words.stream().allMatch(Piece::bold));
    }
}
