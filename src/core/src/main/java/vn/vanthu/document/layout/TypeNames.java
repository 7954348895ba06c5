package vn.vanthu.document.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.vanthu.register.book.DocumentTypes;

/** The types of documents by what stands in their title and in their symbol; those before 2020 and of the Party too. */
final class TypeNames {

    /** The least letters of a title that may be misread. */
    private static final int LONG_ENOUGH = 7;

    /**
     * @param type its name
     * @param rest what follows the type in the line of the title
     * @param misread whether letters of it differ: PHIẾU BẦU is no Phiếu báo
     */
    record Title(String type, String rest, boolean misread) {}

    private static final Map<String, String> BY_TITLE = new LinkedHashMap<>();
    private static final Map<String, String> BY_ABBREVIATION = new LinkedHashMap<>();

    static {
        DocumentTypes.ofTheLaw().names().forEach((name, type) -> add(name, type.name(), type.abbreviation()));
        readTitles();
    }

    private TypeNames() {}

    private static void readTitles() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TypeNames.class.getResourceAsStream("titles.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(row -> add(row[0], row[1], row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String title, String type, String abbreviation) {
        BY_TITLE.putIfAbsent(Plain.words(title), type);
        if (!abbreviation.isEmpty()) {
            BY_ABBREVIATION.putIfAbsent(abbreviation, type);
        }
    }

    /** The type that a line names as its first words. */
    static Optional<Title> title(String line) {
        String plain = Plain.words(line);
        String together = plain.matches("(\\p{L} )+\\p{L}") ? plain.replace(" ", "") : plain;
        return BY_TITLE.keySet().stream()
                .filter(name ->
                        plain.equals(name) || plain.startsWith(name + " ") || together.equals(name.replace(" ", "")))
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .map(name -> new Title(type(name), afterWords(line, name), false))
                .or(() -> misread(plain));
    }

    private static Optional<Title> misread(String plain) {
        return BY_TITLE.keySet().stream()
                .filter(name -> name.length() >= LONG_ENOUGH && Likeness.isLike(plain, name))
                .min((one, other) -> Likeness.distance(plain, one) - Likeness.distance(plain, other))
                .map(name -> new Title(type(name), "", true));
    }

    private static String type(String title) {
        return Objects.requireNonNull(BY_TITLE.get(title));
    }

    private static String afterWords(String line, String words) {
        int left = words.replace(" ", "").length();
        int at = 0;
        while (at < line.length() && left > 0) {
            left -= Character.isLetterOrDigit(line.charAt(at)) ? 1 : 0;
            at++;
        }
        return line.substring(at).replaceAll("^[\\s:.,*-]+", "").strip();
    }

    /** The type whose abbreviation this is. */
    static Optional<String> ofAbbreviation(String abbreviation) {
        return Optional.ofNullable(BY_ABBREVIATION.get(abbreviation));
    }

    /** A symbol whose first part a scanner or a keyboard without Đ wrote otherwise: {@code QD-SNgV}. */
    static String repaired(String symbol) {
        String year = symbol.replaceFirst("^(\\d{4}/)?.*", "$1");
        String first = symbol.substring(year.length()).split("[-/]", 2)[0];
        if (BY_ABBREVIATION.containsKey(first)) {
            return symbol;
        }
        String key = Plain.of(first.replaceFirst("^[O0](?=[ĐD])", "Q"));
        return BY_ABBREVIATION.keySet().stream()
                .filter(known -> known.length() > 1 && Plain.of(known).equals(key) && sameStart(known, first))
                .findFirst()
                .map(known -> year + known + symbol.substring(year.length() + first.length()))
                .orElse(symbol);
    }

    private static boolean sameStart(String known, String read) {
        return known.toUpperCase(Locale.ROOT).length() == read.length() && Character.isUpperCase(read.charAt(0));
    }
}
