package vn.vanthu.register.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes any text storable: what a database refuses is replaced, what is too long is cut where people see it. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";

    private Text() {}

    /** At most {@code max} UTF-16 units, without NUL and lone surrogates; cut text ends with an ellipsis. */
    static String fit(String text, int max) {
        return text.length() <= max ? clean(text) : clean(cut(text, max - ELLIPSIS.length())) + ELLIPSIS;
    }

    /** As {@link #fit}, but two different long texts stay different: the end is a hash of the whole. */
    static String fitKey(String text, int max) {
        if (text.length() <= max) {
            return clean(text);
        }
        String hash = HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        return clean(cut(text, max - hash.length() - 1)) + "~" + hash;
    }

    /** Whether the end of a text that {@link #fit} made may be missing. */
    static boolean isCut(String text) {
        return text.endsWith(ELLIPSIS);
    }

    private static String cut(String text, int length) {
        boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splitsPair ? length - 1 : length);
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaceBad(text);
            }
        }
        return text;
    }

    private static String replaceBad(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
