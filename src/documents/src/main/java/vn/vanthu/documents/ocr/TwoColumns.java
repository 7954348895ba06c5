package vn.vanthu.documents.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.document.Line;
import vn.vanthu.text.Unaccented;

/**
 * A part of a page on which a Vietnamese document has two columns: its head (issuer and number beside the state's name and
 * date) and its foot (Nơi nhận beside the signature). All are fractions of the page's height or width.
 *
 * @param from the columns' border lies right of here
 * @param to and left of here
 * @param signed whether seal and signature may stand in it
 */
record TwoColumns(double top, double bottom, double from, double to, boolean signed) {

    private static final Pattern RECIPIENTS = Pattern.compile("\\W*no[il1] nh[ao]n\\b.*");
    private static final Pattern DATE = Pattern.compile(".*\\bngay\\b.*\\bthang\\b.*\\bnam\\b.*");
    private static final Pattern STATE = Pattern.compile(".*(?:xa hoi chu nghia|cong san viet nam).*");
    private static final double HEAD = 0.42;
    /** A list of places, or a signature with its name, is not higher. */
    private static final double FOOT = 0.32;

    private static final double MARGIN = 0.008;
    /** Of A4, in points. */
    private static final double PAGE_HEIGHT = 842;

    /** Those of a page that was read from end to end. */
    static List<TwoColumns> on(List<Line> lines) {
        List<TwoColumns> regions = new ArrayList<>();
        head(lines).ifPresent(regions::add);
        foot(lines).ifPresent(regions::add);
        return regions;
    }

    private static Optional<TwoColumns> head(List<Line> lines) {
        Optional<Line> state = first(lines, STATE, HEAD / 2);
        Optional<Line> date = first(lines, DATE, HEAD);
        if (state.isEmpty() || date.isEmpty() || date.get().top() < state.get().top()) {
            return Optional.empty();
        }
        double top = Math.max(0, state.get().top() - 2 * MARGIN);
        double bottom = lines.stream()
                .filter(line -> line.top() > date.get().top() + MARGIN && line.left() < 0.48 && line.right() > 0.52)
                .mapToDouble(Line::top)
                .min()
                .orElse(date.get().top() + 5 * MARGIN);
        return Optional.of(new TwoColumns(top, bottom - MARGIN / 4, 0.3, 0.56, false));
    }

    private static Optional<TwoColumns> foot(List<Line> lines) {
        return lines.stream()
                .filter(line ->
                        RECIPIENTS.matcher(Unaccented.words(line.text())).matches())
                .max(Comparator.comparingDouble(Line::top))
                .or(() -> belowText(lines))
                .map(label -> new TwoColumns(begin(lines, label), end(lines, label), 0.36, 0.62, true));
    }

    /** The first line in capitals in the right half below the text, when the label itself was not seen. */
    private static Optional<Line> belowText(List<Line> lines) {
        double text = lines.stream()
                .filter(TwoColumns::isWide)
                .mapToDouble(Line::top)
                .max()
                .orElse(1);
        return lines.stream()
                .filter(line -> line.top() > text
                        && line.left() > 0.45
                        && line.text().equals(line.text().toUpperCase(Locale.ROOT)))
                .min(Comparator.comparingDouble(Line::top))
                .map(line -> new Line("", 0, line.top() - 3 * MARGIN, 1, line.size(), false));
    }

    private static boolean isWide(Line line) {
        return line.right() - line.left() > 0.6;
    }

    /** In the middle between the label and what stands above it. */
    private static double begin(List<Line> lines, Line label) {
        double above = lines.stream()
                .mapToDouble(line -> line.top() + line.size() / PAGE_HEIGHT)
                .filter(bottom -> bottom < label.top())
                .max()
                .orElse(0);
        return Math.max((above + label.top()) / 2, label.top() - 3 * MARGIN);
    }

    /** Where the text goes on over the whole width again. */
    private static double end(List<Line> lines, Line label) {
        return lines.stream()
                .filter(line -> line.top() > label.top() + 0.1 && isWide(line))
                .mapToDouble(line -> line.top() - MARGIN / 2)
                .min()
                .stream()
                .map(wide -> Math.min(wide, label.top() + FOOT))
                .findFirst()
                .orElse(Math.min(1, label.top() + FOOT));
    }

    private static Optional<Line> first(List<Line> lines, Pattern pattern, double above) {
        return lines.stream()
                .filter(line -> line.top() < above
                        && pattern.matcher(Unaccented.words(line.text())).matches())
                .min(Comparator.comparingDouble(Line::top));
    }
}
