package vn.vanthu.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the detection model from text files (UTF-8):
 *
 * <pre>
 * java -cp core.jar vn.vanthu.text.TextModelTrainer OUTPUT-FOLDER VIETNAMESE-FOLDER OTHER-LANGUAGES-FOLDER
 * </pre>
 *
 * <p>Only numbers leave it: counts of syllables and of trigrams of bytes.
 */
public final class TextModelTrainer {

    /** The usual encodings of other languages; a line counts in each that can write it. */
    private static final List<String> CHARSETS = List.of(
            "windows-1252",
            "windows-1250",
            "windows-1254",
            "windows-1257",
            "ISO-8859-2",
            "windows-1251",
            "KOI8-R",
            "ISO-8859-5",
            "windows-1253",
            "ISO-8859-7",
            "windows-1255",
            "windows-1256",
            "x-windows-874",
            "GBK",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "x-MacRoman",
            "IBM850",
            "UTF-8");

    private final Map<String, Integer> syllables = new TreeMap<>();
    private final Background.Counter background = new Background.Counter();

    public static void main(String[] folders) throws IOException {
        TextModelTrainer trainer = new TextModelTrainer();
        for (Path file : files(Path.of(folders[1]))) {
            trainer.countSyllables(Files.readString(file));
        }
        for (Path file : files(Path.of(folders[2]))) {
            trainer.countBytes(Files.readAllLines(file));
        }
        trainer.write(Files.createDirectories(Path.of(folders[0])));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void countSyllables(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (String word : composed.split("[^\\p{L}\\p{M}]+")) {
            String lower = word.chars()
                    .map(Character::toLowerCase)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
            if (Syllables.key(lower) != 0 && Spelling.isSyllable(Syllables.untoned(lower))) {
                syllables.merge(lower, 1, Integer::sum);
            }
        }
    }

    private void countBytes(List<String> lines) {
        List<Charset> charsets = CHARSETS.stream()
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
        for (String line : lines) {
            background.add(Units.ofText(line));
            for (Charset charset : charsets) {
                encode(line, charset).ifPresent(bytes -> background.add(Units.ofBytes(bytes, 0, bytes.length)));
            }
        }
    }

    private static Optional<byte[]> encode(String line, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(java.nio.CharBuffer.wrap(line));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Optional.of(copy);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void write(Path folder) throws IOException {
        String lines = syllables.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(TextModel.SYLLABLES), lines, StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve(TextModel.BACKGROUND))) {
            background.build().write(out);
        }
    }
}
