package vn.vanthu.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text without diacritics and case, by which words are compared: "Báo cáo" becomes "bao cao". */
public final class Unaccented {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Vietnamese, Latin and combining marks, character for character: every line of every mail is asked for. */
    private static final char[] LATIN = new char[0x370];

    private static final char[] VIETNAMESE = new char[0x100];
    private static final int VIETNAMESE_FROM = 0x1E00;
    private static final char NOTHING = 0;

    static {
        fill(LATIN, 0);
        fill(VIETNAMESE, VIETNAMESE_FROM);
    }

    private Unaccented() {}

    private static void fill(char[] table, int from) {
        for (int i = 0; i < table.length; i++) {
            String plain = apart(String.valueOf((char) (from + i)));
            table[i] = plain.isEmpty() ? NOTHING : plain.charAt(0);
        }
    }

    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int vietnamese = c - VIETNAMESE_FROM;
            if (c == NOTHING || c >= LATIN.length && (vietnamese < 0 || vietnamese >= VIETNAMESE.length)) {
                return apart(text);
            }
            char letter = c < LATIN.length ? LATIN[c] : VIETNAMESE[vietnamese];
            if (letter != NOTHING) {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    private static String apart(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    /** The words of a text, separated by single spaces, without any other character than letters and digits. */
    public static String words(String text) {
        return Words.of(of(text));
    }
}
