package vn.vanthu.documents.layout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;

/** The text of a line as {@link Line} wants it: Unicode NFC, single spaces. */
public final class LineText {

    /** Spaces of any width, and controls. The soft hyphen stays: in legacy text it is a letter. */
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    /** Nobody sees them: a word that they cut is still one word. */
    private static final Pattern UNSEEN = Pattern.compile("[\u200B-\u200D\u2060\uFEFF]");

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private LineText() {}

    public static String of(String text) {
        String plain = isTidy(text) ? text.strip() : tidied(text);
        return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
                ? plain
                : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** Whether there is nothing to take out or to join, as in nearly every line. */
    private static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean single = c == ' ' && (i == 0 || text.charAt(i - 1) != ' ');
            if (!single && (Character.isSpaceChar(c) || Character.isISOControl(c) || isUnseen(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnseen(char c) {
        return c >= 0x200B && c <= 0x200D || c == 0x2060 || c == 0xFEFF;
    }

    private static String tidied(String text) {
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The lines of a text that has no layout, without the empty ones. */
    public static Page page(String text) {
        boolean usual = text.chars().noneMatch(LineText::isRareLineEnd);
        List<Line> lines = (usual ? text.lines() : Arrays.stream(LINE_END.split(text)))
                .map(LineText::of)
                .filter(line -> !line.isEmpty())
                .map(Line::of)
                .toList();
        return new Page(lines);
    }

    private static boolean isRareLineEnd(int c) {
        return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
