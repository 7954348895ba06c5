package vn.vanthu.documents.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vanthu.document.Line;
import vn.vanthu.text.Unaccented;

/** Puts a second reading of a column over the first. */
final class SecondReading {

    private static final double SAME_ROW = 0.006;

    private SecondReading() {}

    /** The second reading; where it lost words that the first has in the same row besides all of its own, the first. */
    static List<Line> over(List<Line> first, List<Line> second) {
        List<Line> lines = new ArrayList<>();
        for (Line line : second) {
            lines.add(first.stream()
                    .filter(other -> Math.abs(other.top() - line.top()) < SAME_ROW && hasMore(other, line))
                    .findFirst()
                    .orElse(line));
        }
        return lines.stream().distinct().toList();
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
