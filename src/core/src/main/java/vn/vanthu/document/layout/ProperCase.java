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
        String text =
                name.replaceAll("\\s+", " ").replaceAll("[\\s*:.,;_-]+$", "").strip();
        if (!Plain.isCapitals(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        String left = text.toLowerCase(Locale.ROOT);
        while (!left.isEmpty()) {
            String next = next(left, text.substring(text.length() - left.length()));
            written.append(next).append(' ');
            left = left.substring(next.length()).stripLeading();
        }
        return Plain.capitalised(written.toString().strip());
    }

    private static String next(String small, String capitals) {
        for (String phrase : PHRASES) {
            if (startsWithWords(small, phrase.toLowerCase(Locale.ROOT))) {
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
