package vn.vanthu.approval;

import java.util.List;
import java.util.Locale;
import vn.vanthu.text.Lookalike;

/**
 * A line, as written and as it is compared.
 *
 * @param plain as {@link Lookalike#plain}, with single spaces
 */
record TextLine(String text, String plain) {

    /** A longer line is running text for certain; only its beginning is looked at. */
    private static final int LONGEST = 4000;

    static TextLine of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return new TextLine(
                start.strip(),
                Lookalike.plain(start).replaceAll("[\\s\\p{Z}]+", " ").strip());
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
