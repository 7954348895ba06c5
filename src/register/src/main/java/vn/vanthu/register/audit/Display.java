package vn.vanthu.register.audit;

import java.text.Normalizer;

/** Text on a terminal: how wide it is, and nothing in it that the terminal would obey. */
final class Display {

    private static final char ELLIPSIS = '…';

    private Display() {}

    /** The text on one line, in NFC; control characters as visible signs, invisible and bidirectional ones as U+FFFD. */
    static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(Display::visible)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int visible(int c) {
        if (c < 0x20) {
            return c == '\n' || c == '\r' || c == '\t' ? ' ' : 0x2400 + c;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> 0xFFFD;
            default -> c;
        };
    }

    static int width(String text) {
        return text.codePoints().map(Display::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /** The text in exactly so many columns: cut with an ellipsis, or filled with spaces. */
    static String column(String text, int columns) {
        StringBuilder shown = new StringBuilder();
        int used = 0;
        boolean fits = width(text) <= columns;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!fits && used + width(c) > columns - 1) {
                shown.append(ELLIPSIS);
                used++;
                break;
            }
            shown.appendCodePoint(c);
            used += width(c);
            i += Character.charCount(c);
        }
        return shown.append(" ".repeat(Math.max(0, columns - used))).toString();
    }
}
