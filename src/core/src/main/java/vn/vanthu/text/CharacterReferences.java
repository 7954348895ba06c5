package vn.vanthu.text;

import java.util.Optional;

/** Numeric character references in plain text: {@code &#7879;}, {@code &#x1EC7;} (HTML, section 13.5). */
final class CharacterReferences {

    private CharacterReferences() {}

    /** The text with its references above ASCII decoded; empty when there are none. */
    static Optional<Decoded> decode(char[] text) {
        Decoded.Builder decoded = new Decoded.Builder(text.length);
        boolean found = false;
        for (int at = 0; at < text.length; ) {
            int end = text[at] == '&' ? endOfReference(text, at) : 0;
            int codePoint = end == 0 ? 0 : codePoint(text, at, end);
            if (codePoint >= 0x80) {
                for (char c : Character.toChars(codePoint)) {
                    decoded.addComposing(c, at);
                }
                found = true;
                at = end;
            } else {
                decoded.add(text[at], at);
                at++;
            }
        }
        return found ? Optional.of(decoded.build(text.length)) : Optional.empty();
    }

    private static int endOfReference(char[] text, int at) {
        if (at + 3 >= text.length || text[at + 1] != '#') {
            return 0;
        }
        int end = at + 2;
        while (end < text.length && end < at + 10 && text[end] != ';') {
            end++;
        }
        return end < text.length && text[end] == ';' ? end + 1 : 0;
    }

    /** The code point of {@code &#...;}; 0 when it is malformed or no character. */
    private static int codePoint(char[] text, int at, int end) {
        boolean hex = text[at + 2] == 'x' || text[at + 2] == 'X';
        int radix = hex ? 16 : 10;
        int value = 0;
        int from = at + (hex ? 3 : 2);
        for (int i = from; i < end - 1; i++) {
            int digit = text[i] < 0x80 ? Character.digit(text[i], radix) : -1;
            if (digit < 0) {
                return 0;
            }
            value = value * radix + digit;
        }
        boolean isCharacter = value >= 0xA0 && value <= 0xFFFD && !(value >= 0xD800 && value <= 0xDFFF)
                || value >= 0x10000 && value <= 0x10FFFF;
        return isCharacter ? value : value >= 0x80 && value < 0xA0 ? Units.windows1252(value) : 0;
    }
}
