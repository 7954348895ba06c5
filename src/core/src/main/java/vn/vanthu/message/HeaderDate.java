package vn.vanthu.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date of a mail (RFC 5322 section 3.3 with the obsolete forms); the day of the week is passed over. */
final class HeaderDate {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\D{1,20} )?(\\d{1,2})[ -]([A-Za-z]{3})[A-Za-z]*[ -](\\d{2,4}),? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
                    + "(?: ([+-]\\d{4}|[A-Za-z]{1,5}))?.*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700", "ICT", "+0700");
    private static final int LONGEST = 200;

    private HeaderDate() {}

    /** Empty when it is no date. A zone that nobody knows is UTC. */
    static Optional<Instant> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text.strip().replaceAll("\\s+", " "));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int month = MONTHS.indexOf(parts.group(2).toLowerCase(Locale.ROOT)) + 1;
            LocalDateTime local = LocalDateTime.of(
                    year(parts.group(3)),
                    month,
                    number(parts.group(1)),
                    number(parts.group(4)),
                    number(parts.group(5)),
                    Math.min(number(parts.group(6)), 59));
            return Optional.of(local.toInstant(zone(parts.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Two and three digits as RFC 5322 section 4.3 says. */
    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() == 2 && year < 50) {
            return 2000 + year;
        }
        return digits.length() < 4 ? 1900 + year : year;
    }

    private static ZoneOffset zone(@Nullable String name) {
        String offset = name == null ? "" : ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), name);
        if (!offset.matches("[+-]\\d{4}")) {
            return ZoneOffset.UTC;
        }
        int seconds = number(offset.substring(1, 3)) * 3600 + number(offset.substring(3)) * 60;
        return ZoneOffset.ofTotalSeconds(offset.startsWith("-") ? -seconds : seconds);
    }
}
