package vn.vanthu.benchmark.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One invented document: what stands where on it. In a file each begins with {@code == name}; then one {@code key: value} a
 * line, lines of one block parted by {@code |}.
 *
 * <p>Keys: {@code style} (nd30, tt01, party, plain), {@code superior}, {@code issuer}, {@code number} (the whole line),
 * {@code about} (under the number), {@code mark}, {@code draft}, {@code date} (the whole line), {@code title}, {@code subject},
 * {@code authority}, {@code to} (Kính gửi), {@code body} (repeated), {@code filler} (paragraphs to add), {@code places} (Nơi
 * nhận), {@code sign} (lines above the name), {@code signer}, {@code annex} (repeated, on a page of its own); what is expected:
 * {@code type}, {@code expect.FIELD}, {@code official: no}.
 */
record Described(String name, Map<String, List<String>> values) {

    /** The documents of {@code seen.txt}, {@code aside.txt}, {@code fresh.txt}, {@code later.txt} or {@code other.txt}. */
    static List<Described> set(String file) {
        return read(Objects.requireNonNull(Described.class.getResourceAsStream(file), file));
    }

    /** The documents that a file describes. */
    static List<Described> file(Path file) throws IOException {
        return read(Files.newInputStream(file));
    }

    private static List<Described> read(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Described> documents = new ArrayList<>();
            reader.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> read(line, documents));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line, List<Described> documents) {
        if (line.startsWith("== ")) {
            documents.add(new Described(line.substring(3), new LinkedHashMap<>()));
            return;
        }
        String[] keyAndValue = line.split(":\\s*", 2);
        documents
                .get(documents.size() - 1)
                .values
                .computeIfAbsent(keyAndValue[0], key -> new ArrayList<>())
                .add(keyAndValue[1]);
    }

    String style() {
        String style = text("style");
        return style.isEmpty() ? "nd30" : style;
    }

    boolean isOfficial() {
        return !text("official").equals("no");
    }

    /** The value of a key on one line. */
    String text(String key) {
        return String.join(" ", lines(key));
    }

    /** The lines of a block. */
    List<String> lines(String key) {
        return values.getOrDefault(key, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split("\\s*\\|\\s*", -1)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    /** The values of a repeated key. */
    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }
}
