package vn.vanthu.register.store;

import vn.vanthu.text.Unaccented;

/** Vietnamese text for searching without regard to diacritics and case: "Báo cáo" becomes "bao cao". */
public final class SearchText {

    private SearchText() {}

    public static String plain(String text) {
        return Unaccented.of(text);
    }

    /** A pattern for {@code LIKE ... ESCAPE '!'} that finds these words within plain text. */
    public static String pattern(String words) {
        return "%" + plain(words.strip()).replaceAll("([!%_])", "!$1") + "%";
    }
}
