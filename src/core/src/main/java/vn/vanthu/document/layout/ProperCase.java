package vn.vanthu.document.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes a name in capitals as it is written in running text: {@code SỞ NGOẠI VỤ} becomes {@code Sở Ngoại vụ} (NĐ 30/2020,
 * Annex II). What is not in capitals stays.
 */
final class ProperCase {

    /** Names of offices and titles as they are written, the longest first. */
    private static final List<String> PHRASES = phrases();

    /** Shorter ones are told from each other by their signs alone. */
    private static final int LONG_ENOUGH = 7;

    private ProperCase() {}

    private static List<String> phrases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProperCase.class.getResourceAsStream("phrases.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .sorted((one, other) -> other.length() - one.length())
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(String name) {
        return of(name, false);
    }

    /** The same of a name that a scanner read: names of offices get back the signs that it lost. */
    static String ofScanned(String name) {
        return of(name, true);
    }

    private static String of(String name, boolean scanned) {
        String text =
                name.replaceAll("\\s+", " ").replaceAll("[\\s*:.,;_-]+$", "").strip();
        if (!Plain.isCapitals(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        String left = text.toLowerCase(Locale.ROOT);
        while (!left.isEmpty()) {
            String next = next(left, text.substring(text.length() - left.length()), scanned);
            written.append(next).append(' ');
            left = left.substring(next.length()).stripLeading();
        }
        return Plain.capitalised(written.toString().strip());
    }

    private static String next(String small, String capitals, boolean scanned) {
        for (String phrase : PHRASES) {
            boolean readSo =
                    scanned && phrase.length() >= LONG_ENOUGH && startsWithWords(Plain.of(small), Plain.of(phrase));
            if (readSo || startsWithWords(small, phrase.toLowerCase(Locale.ROOT))) {
                return phrase;
            }
        }
        int end = small.indexOf(' ') < 0 ? small.length() : small.indexOf(' ');
        boolean abbreviation = capitals.substring(0, end)
                        .matches("[A-ZĐ0-9&.-]*[BCDĐFGHJKLMNPQRSTVWXZ&]{2,}[A-ZĐ0-9&.-]*")
                && !capitals.substring(0, end).matches("(?:NG|NH|TH|TR|CH|PH|KH|GI|QU)[A-Z]+.*|[A-Z]+(?:NG|NH|CH)");
        return abbreviation ? capitals.substring(0, end) : Plain.capitalised(small.substring(0, end));
    }

    private static boolean startsWithWords(String text, String words) {
        return text.startsWith(words)
                && (text.length() == words.length() || !Character.isLetter(text.charAt(words.length())));
    }
}
