package vn.vanthu.text;

import java.util.Arrays;

/**
 * The view of a text as <em>units</em>: the values 0 to 255 are bytes, greater ones are characters that no byte stands
 * for.
 *
 * <p>Legacy bytes often arrive wrapped in valid Unicode, read as windows-1252 or ISO-8859-1 ("Céng hßa x· héi"). Each
 * character that either of the two can have made becomes that byte again; every unit stands at the index of its
 * character, so that a decision about units is a decision about characters.
 */
final class Units {

    /** windows-1252 from 0x80 to 0x9F; 0 where it has no character and the C1 control stands (WHATWG Encoding). */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static final byte[] BYTE_OF = bytesOfLookAlikes();

    private Units() {}

    /** The character that windows-1252 has for a byte; C1 controls where it has none. */
    static char windows1252(int unsignedByte) {
        return unsignedByte < 0x80 || unsignedByte > 0x9F
                ? (char) unsignedByte
                : WINDOWS_1252.charAt(unsignedByte - 0x80);
    }

    static char[] ofBytes(byte[] bytes, int from, int to) {
        char[] units = new char[to - from];
        for (int i = from; i < to; i++) {
            units[i - from] = (char) (bytes[i] & 0xFF);
        }
        return units;
    }

    static char[] ofText(String text) {
        return of(text.toCharArray(), text.length());
    }

    static char[] of(char[] text, int length) {
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = unitOf(text[i]);
        }
        return units;
    }

    /** The unit for a character: its byte in windows-1252 or ISO-8859-1, else the character itself. */
    static char unitOf(char c) {
        if (c <= 0xFF || c >= 0x2123) {
            return c;
        }
        byte b = BYTE_OF[c];
        return b == 0 ? c : (char) (b & 0xFF);
    }

    private static byte[] bytesOfLookAlikes() {
        byte[] bytes = new byte[0x2123];
        Arrays.fill(bytes, (byte) 0);
        for (int i = 0; i < WINDOWS_1252.length(); i++) {
            char c = WINDOWS_1252.charAt(i);
            if (c > 0xFF) {
                bytes[c] = (byte) (0x80 + i);
            }
        }
        return bytes;
    }
}
