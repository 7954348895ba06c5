package vn.vanthu.documents.ocr;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.documents.layout.Piece;

/** The program {@code tesseract} (Debian: tesseract-ocr, tesseract-ocr-vie). Runs once for each picture. */
public final class Tesseract {

    /** How letters are looked for. */
    enum Layout {
        /** In columns and paragraphs. */
        PAGE("3"),
        /** In one column. */
        COLUMN("6"),
        /** Wherever they stand. */
        SCATTERED("11");

        private final String mode;

        Layout(String mode) {
            this.mode = mode;
        }
    }

    private static final Pattern TURNED = Pattern.compile("Rotate: (\\d+)");

    private final Path program;
    private final Path folder;

    private Tesseract(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * The program as it is installed, with its Vietnamese data.
     *
     * @param folder for temporary files
     * @return empty when either is not there
     */
    public static Optional<Tesseract> find(Path folder) {
        String path = System.getenv("PATH") == null ? "" : System.getenv("PATH");
        for (String place : path.split(File.pathSeparator)) {
            Path program = Path.of(place, "tesseract");
            if (!place.isEmpty() && Files.isExecutable(program)) {
                Tesseract tesseract = new Tesseract(program, folder);
                return tesseract.knowsVietnamese() ? Optional.of(tesseract) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean knowsVietnamese() {
        try {
            return run(List.of(program.toString(), "--list-langs"), 10_000)
                    .lines()
                    .anyMatch("vie"::equals);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What was read of a picture.
     *
     * @param rows its words in rows as the program sees them; lengths are pixels
     * @param sure how sure the program is of its letters on average, in percent
     * @param standing the part of the longer words that are taller than wide
     */
    record Reading(List<List<Piece>> rows, double sure, double standing) {}

    /**
     * The words of a picture.
     *
     * @throws IOException when it gives none in time, or fails
     */
    Reading read(GreyPicture picture, Layout layout, long millis) throws IOException {
        String table = on(picture, millis, "-l", "vie", "--psm", layout.mode, "--dpi", "200", "tsv");
        return WordTable.of(table);
    }

    /** By how many quarters of a circle a picture has to be turned clockwise to stand upright. */
    int quartersToTurn(GreyPicture picture, long millis) {
        try {
            Matcher turned = TURNED.matcher(on(picture, millis, "--psm", "0"));
            return turned.find() ? Integer.parseInt(turned.group(1)) / 90 % 4 : 0;
        } catch (IOException e) {
            // too few letters to tell
            return 0;
        }
    }

    private String on(GreyPicture picture, long millis, String... options) throws IOException {
        Path file = Files.createTempFile(folder, "page", ".pgm");
        try {
            picture.write(file);
            List<String> command = new ArrayList<>(List.of(program.toString(), file.toString(), "stdout"));
            command.addAll(List.of(options));
            return run(command, millis);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String run(List<String> command, long millis) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        Thread watch = watch(process, millis);
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder output = new StringBuilder();
            reader.lines().forEach(line -> output.append(line).append('\n'));
            if (process.waitFor() != 0) {
                throw new IOException("tesseract gave " + process.exitValue());
            }
            return output.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static Thread watch(Process process, long millis) {
        Thread watch = new Thread(() -> {
            try {
                if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // it ended by itself
            }
        });
        watch.setDaemon(true);
        watch.start();
        return watch;
    }
}
