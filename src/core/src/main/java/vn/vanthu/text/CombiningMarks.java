package vn.vanthu.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Vietnamese letters written with combining marks: NFD, half-composed ("tổ hợp": ê with a combining dot), in any order
 * of the marks.
 *
 * <p>Where there are such, a Latin, Greek or Cyrillic letter with its mark is composed too. NFC over a whole text would alter
 * other scripts (CJK compatibility ideographs have singleton decompositions).
 */
final class CombiningMarks {

    /** Latin, Greek and Cyrillic letters come before. */
    private static final char SCRIPTS_WITH_OWN_MARKS = '\u0530';

    private CombiningMarks() {}

    /** The text with Vietnamese letters composed; empty when there is nothing to compose. */
    static Optional<Decoded> decode(char[] text) {
        Decoded.Builder composed = new Decoded.Builder(text.length);
        boolean found = false;
        for (int at = 0; at < text.length; ) {
            int end = clusterEnd(text, at);
            char letter = end - at > 1 && end - at <= 3 ? compose(text, at, end) : 0;
            char foreign = letter == 0 && end - at == 2 ? composeForeign(text[at], text[at + 1]) : 0;
            if (letter != 0 || foreign != 0) {
                composed.add(letter != 0 ? letter : foreign, at);
                found |= letter != 0;
            } else {
                for (int i = at; i < end; i++) {
                    composed.add(text[i], i);
                }
            }
            at = end;
        }
        return found ? Optional.of(composed.build(text.length)) : Optional.empty();
    }

    /** Letters of other alphabets ("Köln") that the same program took apart. */
    private static char composeForeign(char letter, char mark) {
        if (!Character.isLetter(letter) || letter >= SCRIPTS_WITH_OWN_MARKS) {
            return 0;
        }
        String composed = Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC);
        return composed.length() == 1 ? composed.charAt(0) : 0;
    }

    /** NFD writes the shape (circumflex, breve, horn) as a mark of its own; half-composed text never does. */
    static Encoding form(char[] text) {
        boolean shaped = false;
        for (int at = 0; at < text.length; at++) {
            if (isShape(text[at])) {
                return Encoding.UTF8_NFD;
            }
            shaped |= Alphabet.base(text[at]) > 26 && Alphabet.letterOf(Alphabet.base(text[at])) != 'đ';
        }
        return shaped ? Encoding.UTF8_HALF_COMPOSED : Encoding.UTF8_NFD;
    }

    private static int clusterEnd(char[] text, int at) {
        int end = at + 1;
        while (end < text.length && isMark(text[end])) {
            end++;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char compose(char[] text, int from, int to) {
        char letter = text[from];
        for (int at = from + 1; at < to && letter != 0; at++) {
            letter = isShape(text[at]) ? withShape(letter, text[at]) : withTone(letter, text[at]);
        }
        return letter;
    }

    private static char withTone(char letter, char mark) {
        int tone = Alphabet.toneOfMark(mark);
        return tone == Alphabet.LEVEL || Alphabet.tone(letter) != Alphabet.LEVEL ? 0 : Alphabet.withTone(letter, tone);
    }

    private static boolean isShape(char mark) {
        return mark == '\u0302' || mark == '\u0306' || mark == '\u031B';
    }

    private static char withShape(char letter, char mark) {
        char base = Alphabet.letterOf(Alphabet.base(letter));
        char shaped =
                switch (mark) {
                    case '\u0302' -> base == 'a' ? 'â' : base == 'e' ? 'ê' : base == 'o' ? 'ô' : 0;
                    case '\u0306' -> base == 'a' ? 'ă' : 0;
                    default -> base == 'o' ? 'ơ' : base == 'u' ? 'ư' : 0;
                };
        if (shaped == 0) {
            return 0;
        }
        char lower = Alphabet.withTone(shaped, Alphabet.tone(letter));
        return Character.isUpperCase(letter) ? Character.toUpperCase(lower) : lower;
    }
}
