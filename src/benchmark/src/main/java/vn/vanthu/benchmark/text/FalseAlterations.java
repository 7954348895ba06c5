package vn.vanthu.benchmark.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * How often a text is altered that must stay as it is, by kind.
 *
 * <pre>FalseAlterations MODEL-FOLDER|- [-v] (FOLDER TEXTS-PER-FILE-AND-LENGTH | FILE.tsv)...</pre>
 *
 * A folder holds UTF-8 texts of other languages, which are tried in every encoding that can write them, and as UTF-8
 * misread and encoded again. A file has lines of kind, charsets, length, text, by tabs.
 */
public final class FalseAlterations {

    private static final int[] LENGTHS = {10, 20, 35, 50, 100, 200, 500, 2000};
    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "moji",
            "windows-1252",
            "windows-1250",
            "windows-1254",
            "windows-1257",
            "windows-1251",
            "KOI8-R",
            "windows-1253",
            "windows-1255",
            "windows-1256",
            "x-windows-874",
            "GBK",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "x-MacRoman",
            "IBM850");

    private final VietnameseText engine;
    private final boolean verbose;
    private final Map<String, int[]> byKind = new TreeMap<>();

    private FalseAlterations(VietnameseText engine, boolean verbose) {
        this.engine = engine;
        this.verbose = verbose;
    }

    public static void main(String[] args) throws IOException {
        boolean verbose = args[1].equals("-v");
        VietnameseText engine = args[0].equals("-") ? VietnameseText.load() : VietnameseText.load(Path.of(args[0]));
        FalseAlterations measure = new FalseAlterations(engine, verbose);
        for (int i = verbose ? 2 : 1; i < args.length; i++) {
            Path path = Path.of(args[i]);
            if (Files.isDirectory(path)) {
                measure.folder(path, Integer.parseInt(args[++i]));
            } else {
                measure.lines(path);
            }
        }
        measure.print();
    }

    private void folder(Path folder, int perFile) throws IOException {
        for (Path file : Texts.files(folder)) {
            for (int length : LENGTHS) {
                for (String text : Texts.cutFile(file, length, perFile, 7)) {
                    CHARSETS.forEach(charset -> check(file.getFileName() + " " + charset, text, charset));
                }
            }
        }
    }

    private void lines(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] field = line.split("\t", 4);
            for (String charset : field[1].split(",")) {
                check(field[0].replaceAll("udhr-.*", "udhr") + " " + charset, field[3].replace("\\n", "\n"), charset);
            }
        }
    }

    private void check(String kind, String text, String charset) {
        Optional<byte[]> bytes = encode(text, charset);
        if (bytes.isEmpty()) {
            return;
        }
        int[] counts = byKind.computeIfAbsent(kind, k -> new int[3]);
        Conversion conversion = engine.convert(bytes.get(), Evidence.none());
        counts[0]++;
        counts[2] += conversion.flagged() ? 1 : 0;
        if (conversion.changed()) {
            counts[1]++;
            if (verbose) {
                System.out.println(
                        kind + " " + conversion.encoding().id() + "\n  " + text + "\n  " + conversion.text());
            }
        }
    }

    private static Optional<byte[]> encode(String text, String charset) {
        if (charset.equals("moji")) {
            return Optional.of(Writings.utf8(Writings.asWindows1252(Writings.utf8(text))));
        }
        try {
            ByteBuffer bytes = charset(charset).newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Optional.of(copy);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Charset charset(String name) {
        return switch (name) {
            case "latin1" -> StandardCharsets.ISO_8859_1;
            case "mac_roman" -> Charset.forName("x-MacRoman");
            case "cp874" -> Charset.forName("x-windows-874");
            case "iso2022_jp" -> Charset.forName("ISO-2022-JP");
            default ->
                Charset.forName(name.replaceFirst("^cp125", "windows-125").replaceFirst("^iso8859-", "ISO-8859-"));
        };
    }

    private void print() {
        int[] all = new int[3];
        byKind.forEach((kind, counts) -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[i];
            }
            if (counts[1] > 0) {
                System.out.printf("%-40s %8d texts %6d altered%n", kind, counts[0], counts[1]);
            }
        });
        System.out.printf("%-40s %8d texts %6d altered %6d flagged%n", "all", all[0], all[1], all[2]);
    }
}
