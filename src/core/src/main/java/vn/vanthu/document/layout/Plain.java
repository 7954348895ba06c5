package vn.vanthu.document.layout;

import java.text.Normalizer;
import java.util.Locale;
import vn.vanthu.text.Words;

/** Text as it is compared: small letters without diacritics, character for character, so that places in it stay the same. */
final class Plain {

    private Plain() {}

    /** As long as the text. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(letter(text.charAt(i)));
        }
        return plain.toString();
    }

    /** Vietnamese is among these, and every line is compared many times. */
    private static final char[] KNOWN = new char[0x2000];

    static {
        for (char c = 0; c < KNOWN.length; c++) {
            KNOWN[c] = decomposed(c);
        }
    }

    private static char letter(char c) {
        return c < KNOWN.length ? KNOWN[c] : decomposed(c);
    }

    private static char decomposed(char c) {
        if (c == 'Đ' || c == 'đ' || c == 'Ð' || c == 'ð') {
            return 'd';
        }
        String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return Character.toLowerCase(apart.charAt(0));
    }

    /** The words alone, single spaces between them. */
    static String words(String text) {
        return Words.of(of(text));
    }

    /** Whether it holds letters and all of them are capitals, but for a misread one in eight. */
    static boolean isCapitals(String text) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < text.length(); i++) {
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        }
        return capitals > 0 && small * 8 <= capitals;
    }

    static boolean startsSmall(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /** The text with its first letter a capital, all else as it is. */
    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
