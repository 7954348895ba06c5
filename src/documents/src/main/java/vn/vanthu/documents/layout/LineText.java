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
        String plain = SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
                ? plain
                : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The lines of a text that has no layout, without the empty ones. */
    public static Page page(String text) {
        List<Line> lines = Arrays.stream(LINE_END.split(text))
                .map(LineText::of)
                .filter(line -> !line.isEmpty())
                .map(Line::of)
                .toList();
        return new Page(lines);
    }
}
