package vn.vanthu.config;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates as Vietnamese offices write them ({@code 23/11/2026}), or ISO 8601 ({@code 2026-11-23}). */
public final class Dates {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    public static boolean isDate(String text) {
        try {
            return parse(text).getYear() > 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** @throws DateTimeParseException when the text is no date */
    public static LocalDate parse(String text) {
        return text.indexOf('/') >= 0 ? LocalDate.parse(text, DAY_FIRST) : LocalDate.parse(text);
    }
}
