package vn.vanthu.register.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.vanthu.text.Unaccented;

/** The types of administrative documents and their abbreviations (NĐ 30/2020, Annex III.I; Decision 847, Điều 3). */
public final class DocumentTypes {

    /**
     * @param name in Vietnamese, without the note "(cá biệt)"
     * @param abbreviation as it stands in the code; empty for công văn and others that have none
     */
    public record Type(String name, String abbreviation) {}

    private final Map<String, Type> byName = new LinkedHashMap<>();

    private DocumentTypes() {}

    /** The types of the law. */
    public static DocumentTypes ofTheLaw() {
        DocumentTypes types = new DocumentTypes();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DocumentTypes.class.getResourceAsStream("document-types.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(types::add);
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        Type type = new Type(columns[0].replace(" (cá biệt)", ""), columns[1]);
        byName.putIfAbsent(key(type.name()), type);
        for (String alias : columns[2].split(";", -1)) {
            if (!alias.isBlank()) {
                byName.putIfAbsent(key(alias), type);
            }
        }
    }

    /** Every name, small letters, with its type. */
    public Map<String, Type> names() {
        return Collections.unmodifiableMap(byName);
    }

    /** The type of this name, abbreviation or other name, whatever its case; a name may lack its diacritics. */
    public Optional<Type> find(String name) {
        Type byFullName = byName.get(key(name));
        return byFullName != null
                ? Optional.of(byFullName)
                : byAbbreviation(name).or(() -> byPlainName(name));
    }

    private Optional<Type> byAbbreviation(String name) {
        return byName.values().stream()
                .filter(type -> !type.abbreviation().isEmpty()
                        && key(type.abbreviation()).equals(key(name)))
                .findFirst();
    }

    private Optional<Type> byPlainName(String name) {
        return byName.entrySet().stream()
                .filter(entry -> Unaccented.words(entry.getKey()).equals(Unaccented.words(name)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
