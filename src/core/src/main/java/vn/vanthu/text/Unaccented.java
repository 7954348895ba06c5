package vn.vanthu.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text without diacritics and case, by which words are compared: "Báo cáo" becomes "bao cao". */
public final class Unaccented {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Unaccented() {}

    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    /** The words of a text, separated by single spaces, without any other character than letters and digits. */
    public static String words(String text) {
        return of(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
