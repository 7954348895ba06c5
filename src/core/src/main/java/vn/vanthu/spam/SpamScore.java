package vn.vanthu.spam;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.vanthu.spam.rule.Symbol;

/**
 * What the filter says of a message.
 *
 * @param points the sum of the symbols' points
 * @param symbols why, those that say most first
 */
public record SpamScore(double points, List<Symbol> symbols) {

    /** From so many points on a message is spam. */
    public static final double SPAM_FROM = 5;

    /** From so many points on it may be spam. */
    public static final double UNSURE_FROM = 3;

    public SpamScore {
        symbols = List.copyOf(symbols);
    }

    static SpamScore of(List<Symbol> symbols) {
        double points = symbols.stream().mapToDouble(Symbol::points).sum();
        List<Symbol> sorted = symbols.stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.points()), Math.abs(a.points())))
                .toList();
        return new SpamScore(points, sorted);
    }

    public Verdict verdict() {
        return points >= SPAM_FROM ? Verdict.SPAM : points >= UNSURE_FROM ? Verdict.UNSURE : Verdict.HAM;
    }

    /** The symbols with their points, separated by commas, as in {@code X-Spam-Status}. */
    public String tests() {
        return symbols.stream()
                .map(symbol -> symbol.name() + "=" + String.format(Locale.ROOT, "%.1f", symbol.points()))
                .collect(Collectors.joining(","));
    }
}
