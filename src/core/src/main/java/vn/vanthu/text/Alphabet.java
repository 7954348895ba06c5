package vn.vanthu.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * The 29 letters of Vietnamese with their five tone marks: 134 that are not ASCII (TCVN 6909:2001).
 *
 * <p>A letter is seen as a base (the letter without its tone, lower case) and a tone. Static tables only.
 */
final class Alphabet {

    /** No tone mark. */
    static final int LEVEL = 0;

    /** The combining mark of each tone; the index is the tone. */
    static final String TONE_MARKS = "\0\u0300\u0309\u0303\u0301\u0323";

    /** Bases by code; the code 0 is no letter. */
    private static final String BASES = "\0abcdefghijklmnopqrstuvwxyzăâđêôơư";

    private static final String VOWELS = "aăâeêioôơuưy";
    /** Vietnamese letters above Latin Extended-A that other languages write as well. */
    private static final String SHARED = "ạẹẽịọụỳỵỹ";

    private static final int SIZE = 0x1F00;

    private static final char[][] COMPOSED = new char[BASES.length()][TONE_MARKS.length()];
    private static final byte[] BASE_OF = new byte[SIZE];
    private static final byte[] TONE_OF = new byte[SIZE];
    private static final boolean[] IS_CAPITAL = new boolean[SIZE];

    static {
        for (int base = 1; base < BASES.length(); base++) {
            register(base, LEVEL, BASES.charAt(base));
            if (VOWELS.indexOf(BASES.charAt(base)) >= 0) {
                for (int tone = 1; tone < TONE_MARKS.length(); tone++) {
                    String pair = "" + BASES.charAt(base) + TONE_MARKS.charAt(tone);
                    register(base, tone, Normalizer.normalize(pair, Form.NFC).charAt(0));
                }
            }
        }
    }

    private Alphabet() {}

    private static void register(int base, int tone, char letter) {
        COMPOSED[base][tone] = letter;
        for (char form : new char[] {letter, Character.toUpperCase(letter)}) {
            BASE_OF[form] = (byte) base;
            TONE_OF[form] = (byte) tone;
            IS_CAPITAL[form] = form != letter;
        }
    }

    /** The code of a letter's base, 1 to 33; 0 when it is no letter of ASCII or Vietnamese. */
    static int base(char c) {
        return c < SIZE ? BASE_OF[c] : 0;
    }

    /** The tone of a letter, 0 to 5. */
    static int tone(char c) {
        return c < SIZE ? TONE_OF[c] : LEVEL;
    }

    static boolean isCapital(char c) {
        return c < SIZE && IS_CAPITAL[c];
    }

    /** The lower-case letter of a base code, without tone. */
    static char letterOf(int base) {
        return BASES.charAt(base);
    }

    /** The tone that a combining mark is, or 0. */
    static int toneOfMark(char mark) {
        return switch (mark) {
            case '\u0300', '\u0340' -> 1;
            case '\u0309' -> 2;
            case '\u0303' -> 3;
            case '\u0301', '\u0341' -> 4;
            case '\u0323' -> 5;
            default -> LEVEL;
        };
    }

    /** A letter with this tone instead of its own, in the same case; 0 when Vietnamese has no such letter. */
    static char withTone(char c, int tone) {
        char letter = COMPOSED[base(c)][tone];
        return Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter;
    }

    /** True for the 134 Vietnamese letters that are not ASCII. */
    static boolean isAccented(char c) {
        return c >= 0x80 && base(c) != 0;
    }

    /**
     * True for a letter that no other language of some size writes; ă is Romanian, đ Croatian, the letters with a dot
     * below or a tilde are Yoruba, Igbo or Guaraní too.
     */
    static boolean isOnlyVietnamese(char c) {
        return isAccented(c) && c > 0x17F && SHARED.indexOf(Character.toLowerCase(c)) < 0;
    }

    /** True for an accented letter that ISO-8859-1 has too; such letters alone prove nothing. */
    static boolean isInLatin1(char c) {
        return c <= 0xFF && isAccented(c);
    }
}
