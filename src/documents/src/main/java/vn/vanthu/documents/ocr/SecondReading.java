package vn.vanthu.documents.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.document.Line;
import vn.vanthu.text.Unaccented;

/** Puts a second reading of a column, without coloured ink, over the first. */
final class SecondReading {

    private static final double SAME_ROW = 0.006;
    /** MẬT. */
    private static final int SHORTEST_MARK = 3;

    private SecondReading() {}

    /**
     * The second reading; where it lost words that the first has in the same row besides all of its own, the first. What
     * stands in capitals where the second sees nothing may be a stamp in blue ink: it stays.
     */
    static List<Line> over(List<Line> first, List<Line> second) {
        List<Line> lines = new ArrayList<>();
        for (Line line : second) {
            lines.add(first.stream()
                    .filter(other -> isInRow(other, line) && hasMore(other, line))
                    .findFirst()
                    .orElse(line));
        }
        first.stream()
                .filter(line -> isCapitals(line.text())
                        && second.stream().noneMatch(other -> isInRow(line, other) && overlaps(line, other)))
                .forEach(lines::add);
        return lines.stream().distinct().toList();
    }

    private static boolean isInRow(Line one, Line other) {
        return Math.abs(one.top() - other.top()) < SAME_ROW;
    }

    private static boolean overlaps(Line one, Line other) {
        return one.left() < other.right() && other.left() < one.right();
    }

    private static boolean isCapitals(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= SHORTEST_MARK
                && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean hasMore(Line one, Line other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words.size() > others.size() && words.containsAll(others);
    }

    private static Set<String> words(Line line) {
        return new HashSet<>(Arrays.asList(Unaccented.words(line.text()).split(" ")));
    }
}
