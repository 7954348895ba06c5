package vn.vanthu.benchmark.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.StreamConverter;
import vn.vanthu.text.VietnameseText;

/**
 * Megabytes of input a second in one thread, beside iconv, recode and uconv where they are installed.
 *
 * <pre>Speed VIETNAMESE-FILE</pre>
 *
 * The text is repeated to 20 MB. The tools' time includes their start (some milliseconds).
 */
public final class Speed {

    private static volatile int lastLength;
    private static final int SIZE = 20_000_000;

    private Speed() {}

    /** One thing to measure. */
    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        VietnameseText engine = VietnameseText.load();
        String text = java.text.Normalizer.normalize(Files.readString(Path.of(args[0])), java.text.Normalizer.Form.NFC)
                .replaceAll("[^\\u0000-\\u007F\\u00C0-\\u01B0\\u1EA0-\\u1EF9]", " ")
                .toLowerCase(java.util.Locale.ROOT);
        for (Encoding encoding : List.of(Encoding.TCVN3, Encoding.VNI_WIN, Encoding.CP1258, Encoding.VISCII)) {
            byte[] bytes = repeat(engine.encode(text, encoding));
            byte[] out = new byte[bytes.length * 3 + 8];
            report(encoding.id() + " decode", bytes.length, () -> engine.decodeToUtf8(bytes, encoding, out));
            report(encoding.id() + " find and convert", bytes.length, () -> new StreamConverter(engine)
                    .convert(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()));
            tools(encoding, bytes);
        }
        byte[] clean = repeat(text.getBytes(StandardCharsets.UTF_8));
        report("utf-8 read as a String", clean.length, () -> sink(new String(clean, StandardCharsets.UTF_8)));
        report("utf-8 detect", clean.length, () -> engine.isPlainUnicode(clean));
        report("utf-8 convert", clean.length, () -> engine.convert(clean, Evidence.none()));
    }

    /** Uses the text, so that reading it is not optimised away. */
    private static void sink(String text) {
        lastLength = text.length();
    }

    private static byte[] repeat(byte[] bytes) {
        byte[] all = new byte[SIZE];
        for (int at = 0; at < SIZE; at += bytes.length) {
            System.arraycopy(bytes, 0, all, at, Math.min(bytes.length, SIZE - at));
        }
        return Arrays.copyOf(all, lastSpace(all) + 1);
    }

    private static int lastSpace(byte[] bytes) {
        int at = bytes.length - 1;
        while (bytes[at] != ' ') {
            at--;
        }
        return at;
    }

    /** The best of seven runs, as the others were disturbed. */
    private static void report(String what, int size, Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-40s %8.0f MB/s%n", what, size * 1000.0 / best);
    }

    private static void tools(Encoding encoding, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("speed", ".txt");
        Files.write(file, bytes);
        String name = encoding == Encoding.TCVN3 ? "TCVN" : encoding == Encoding.CP1258 ? "CP1258" : "VISCII";
        if (encoding == Encoding.VNI_WIN) {
            tool(bytes.length, "recode", "VNI..UTF-8", file.toString());
        } else {
            tool(bytes.length, "iconv", "-c", "-f", name, "-t", "UTF-8", "-o", "/dev/null", file.toString());
            tool(
                    bytes.length,
                    "uconv",
                    "-i",
                    "-f",
                    encoding == Encoding.CP1258 ? "windows-1258" : name,
                    "-t",
                    "UTF-8",
                    "-o",
                    "/dev/null",
                    file.toString());
        }
        Files.delete(file);
    }

    private static void tool(int size, String... command) throws IOException {
        try {
            report("  " + String.join(" ", Arrays.copyOf(command, Math.min(4, command.length))), size, () -> {
                try {
                    int status = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
                    if (status != 0) {
                        throw new IOException("it does not know this encoding");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (IOException e) {
            System.out.println("  " + command[0] + ": " + e.getMessage());
        }
    }
}
