package vn.vanthu.spam.content;

import java.text.Normalizer;

/**
 * Text as the wording rules compare it: small letters without diacritics, words separated by single spaces, letters of
 * other scripts and signs that look like Latin ones read as these. "QU.ẢNG  CÁO" is "qu ang cao".
 */
public final class Folding {

    /** Cyrillic and Greek letters that are put in the place of Latin ones. */
    private static final String LOOK_ALIKE = "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdɡgνvαaοoρpτtυuωwѵvԝw";

    private static final char[] FOLDED = table();

    private Folding() {}

    private static char[] table() {
        char[] table = new char[0x2100];
        for (char c = 0; c < table.length; c++) {
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            char base = Character.toLowerCase(apart.charAt(0));
            table[c] = base == 'đ' ? 'd' : base == 'ı' ? 'i' : Character.isLetterOrDigit(base) ? base : ' ';
            if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
                table[c] = 0;
            }
        }
        for (int i = 0; i < LOOK_ALIKE.length(); i += 2) {
            table[LOOK_ALIKE.charAt(i)] = LOOK_ALIKE.charAt(i + 1);
            char capital = Character.toUpperCase(LOOK_ALIKE.charAt(i));
            if (capital < table.length) {
                table[capital] = LOOK_ALIKE.charAt(i + 1);
            }
        }
        return table;
    }

    /** The text folded, with a space before its first word and after its last. */
    public static String words(CharSequence text) {
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char folded = c < FOLDED.length ? FOLDED[c] : other(c);
            if (folded != 0 && (folded != ' ' || words.charAt(words.length() - 1) != ' ')) {
                words.append(folded);
            }
        }
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }

    private static char other(char c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return FOLDED[c - 0xFEE0];
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? c : c == 0xFEFF ? 0 : ' ';
    }
}
