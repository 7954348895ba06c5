package vn.vanthu.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.vanthu.document.Line;
import vn.vanthu.document.ReadPart;

/** The text of a part in reading order: where two columns stand side by side, the whole left one comes first. */
final class Sheet {

    /** Official matter stands at the start, and before the annexes; more is not looked at. */
    private static final int MOST_CELLS = 4000;

    private static final int AT_END = 500;

    private static final double SAME_ROW = 0.006;
    private static final double SAME_COLUMN = 0.006;

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uF02D\\u00AD]");
    /** Single spaces stay as they are. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]{2,}|[\\s\\u00A0&&[^ ]]");

    private final List<Cell> cells;

    private Sheet(List<Cell> cells) {
        this.cells = List.copyOf(cells);
    }

    static Sheet of(ReadPart part) {
        List<Cell> cells = new ArrayList<>();
        for (int page = 0; page < part.pages().size() && cells.size() < MOST_CELLS; page++) {
            List<Cell> onPage = new ArrayList<>();
            for (Line line : looked(part.pages().get(page).lines())) {
                for (Line piece : Columns.split(tidied(line))) {
                    if (piece.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                        addJoined(Cell.of(piece, page), onPage);
                    }
                }
            }
            straighten(onPage, cells);
        }
        return new Sheet(cells);
    }

    /** A text without pages is one; its signature stands at its end. */
    private static List<Line> looked(List<Line> lines) {
        if (lines.size() <= MOST_CELLS) {
            return lines;
        }
        List<Line> some = new ArrayList<>(lines.subList(0, MOST_CELLS - AT_END));
        some.addAll(lines.subList(lines.size() - AT_END, lines.size()));
        return some;
    }

    /** A gap left for a hand-written number or day parts a line of one column; it is one line all the same. */
    private static void addJoined(Cell cell, List<Cell> page) {
        Cell last = page.isEmpty() ? cell : page.get(page.size() - 1);
        boolean sameRow = Math.abs(cell.line().top() - last.line().top()) < SAME_ROW;
        // What a scanner makes of a signature lies over the name.
        boolean beside = cell.line().left() > last.line().right() - SAME_COLUMN;
        if (page.isEmpty() || !sameRow || !beside || !isInColumn(cell) || cell.side() != last.side()) {
            page.add(cell);
            return;
        }
        Line one = last.line();
        Line joined = new Line(
                one.text() + " " + cell.text(),
                one.left(),
                one.top(),
                cell.line().right(),
                one.size(),
                one.bold() && cell.line().bold());
        page.set(
                page.size() - 1, new Cell(joined.text(), Plain.words(joined.text()), cell.page(), cell.side(), joined));
    }

    /** Of several characters that look the same, the one that is meant. */
    private static Line tidied(Line line) {
        if (isTidy(line.text())) {
            return line;
        }
        String dashed =
                DASHES.matcher(line.text().replace('Ð', 'Đ').replace('ð', 'đ')).replaceAll("-");
        String text = SPACES.matcher(dashed).replaceAll(" ").strip();
        return new Line(text, line.left(), line.top(), line.right(), line.size(), line.bold());
    }

    /** As nearly every line is. */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c > ' ' && c < 0x7F || c >= 0xC0 && c < 0x2000 && c != 'Ð' && c != 'ð';
            if (!letter && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static void straighten(List<Cell> page, List<Cell> cells) {
        int from = 0;
        while (from < page.size()) {
            int to = from;
            while (to < page.size() && isInColumn(page.get(to))) {
                to++;
            }
            List<Cell> band = page.subList(from, to);
            band.stream().filter(cell -> cell.side() == Cell.Side.LEFT).forEach(cells::add);
            band.stream().filter(cell -> cell.side() == Cell.Side.RIGHT).forEach(cells::add);
            if (to < page.size()) {
                cells.add(page.get(to));
            }
            from = to + 1;
        }
    }

    private static boolean isInColumn(Cell cell) {
        return cell.side() == Cell.Side.LEFT || cell.side() == Cell.Side.RIGHT;
    }

    /** The same with other cells in their places. */
    Sheet with(UnaryOperator<Cell> other) {
        return new Sheet(cells.stream().map(other).toList());
    }

    int size() {
        return cells.size();
    }

    Cell cell(int index) {
        return cells.get(index);
    }

    List<Cell> cells() {
        return cells;
    }

    List<Cell> from(int start, int count) {
        int first = Math.min(Math.max(start, 0), cells.size());
        return cells.subList(first, Math.min(first + count, cells.size()));
    }
}
