package vn.vanthu.document.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * "Bình Định, ngày 24 tháng 10 năm 2014".
 *
 * @param place empty when none is named
 * @param date null when the day or month is left open, or there is no such day
 * @param guessed whether letters were taken for digits
 */
record PlaceAndDate(String place, @Nullable LocalDate date, boolean guessed) {

    /** A scanner reads letters for digits, and other vowels in "tháng" and "năm". */
    private static final String DIGITS = "([\\dloit|]?\\s?[\\dloi|]?[sz]?)";

    private static final Pattern IN_WORDS =
            Pattern.compile("ng[a-z]{1,2}\\s{0,2}" + DIGITS + "\\s{0,2}th[a-z]{1,2}ng\\s{0,2}" + DIGITS
                    + "\\s{0,2}n[a-z]m\\s{0,2}([\\dloi|]{4}|[\\dloi|]{2} [\\dloi|]{2})?");
    private static final Pattern IN_DIGITS =
            Pattern.compile("ng[a-z]y\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");
    private static final Pattern DOTS = Pattern.compile("[.…_,]");
    private static final int LONGEST_PLACE = 40;

    /** A line that is a place and date and nothing else. */
    static Optional<PlaceAndDate> of(String line) {
        String plain = withoutDots(line);
        return matching(plain).filter(found -> isAlone(found, line, plain)).map(found -> of(found, line));
    }

    /** Whether a place and date is the end of a line. */
    static boolean endsWithDate(String line) {
        String plain = withoutDots(line);
        return matching(plain)
                .filter(found -> plain.length() - found.end() <= 2)
                .isPresent();
    }

    private static String withoutDots(String line) {
        return DOTS.matcher(Plain.of(line)).replaceAll(" ").stripTrailing();
    }

    private static Optional<Matcher> matching(String plain) {
        for (Pattern pattern : new Pattern[] {IN_WORDS, IN_DIGITS}) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private static boolean isAlone(Matcher found, String line, String plain) {
        String before = line.substring(0, found.start()).strip();
        boolean place = before.isEmpty()
                || before.length() <= LONGEST_PLACE
                        && Character.isUpperCase(before.charAt(0))
                        && !before.contains("/")
                        && !before.contains("(")
                        && before.codePoints().noneMatch(Character::isDigit);
        return place && plain.length() - found.end() <= 2;
    }

    private static PlaceAndDate of(Matcher found, String line) {
        String place =
                line.substring(0, found.start()).replaceAll("[\\s,.;-]+$", "").strip();
        boolean guessed = IntStream.rangeClosed(1, 3)
                .mapToObj(found::group)
                .anyMatch(digits -> digits != null && digits.matches(".*[a-z|].*"));
        return new PlaceAndDate(place, date(found), guessed);
    }

    private static @Nullable LocalDate date(Matcher found) {
        try {
            return LocalDate.of(number(found.group(3)), number(found.group(2)), number(found.group(1)));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        String read = digits == null ? "" : digits;
        return Integer.parseInt(read.replaceAll("[lit|]", "1").replace('o', '0').replaceAll("[sz\\s]", ""));
    }
}
