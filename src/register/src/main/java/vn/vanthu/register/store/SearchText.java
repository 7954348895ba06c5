package vn.vanthu.register.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text for searching without regard to diacritics and case: "Báo cáo" becomes "bao cao". */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    public static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    /** A pattern for {@code LIKE ... ESCAPE '!'} that finds these words within plain text. */
    public static String pattern(String words) {
        return "%" + plain(words.strip()).replaceAll("([!%_])", "!$1") + "%";
    }
}
