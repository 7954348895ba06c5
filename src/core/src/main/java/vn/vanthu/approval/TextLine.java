package vn.vanthu.approval;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.vanthu.text.Lookalike;

/** A line, as written and as it is compared. */
final class TextLine {

    /** A longer line is running text for certain; only its beginning is looked at. */
    private static final int LONGEST = 4000;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private final String text;
    private final String plain;
    private @Nullable List<String> shown;

    private TextLine(String text, String plain) {
        this.text = text;
        this.plain = plain;
    }

    static TextLine of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return new TextLine(
                start.strip(),
                SPACES.matcher(Lookalike.plain(start)).replaceAll(" ").strip());
    }

    String text() {
        return text;
    }

    /** As {@link Lookalike#plain}, with single spaces. */
    String plain() {
        return plain;
    }

    /** As {@link Lookalike#words}; each rule compares them with names. */
    List<String> shown() {
        List<String> words = shown;
        if (words == null) {
            words = Lookalike.wordsOfPlain(plain);
            shown = words;
        }
        return words;
    }

    static List<TextLine> all(List<String> lines) {
        return lines.stream().map(TextLine::of).toList();
    }

    boolean isBlank() {
        return plain.isEmpty();
    }

    /** Whether its letters are capitals, as in the head and the foot of documents. */
    boolean isCapitals() {
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    int words() {
        return isBlank() ? 0 : plain.split(" ").length;
    }
}
