package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages in files and folders; many of them are read by all processors, in their order, with progress. */
final class MailFiles {

    private static final int AT_ONCE = 500;
    /** Larger files are no mail that a gateway takes. */
    private static final long MOST_BYTES = 200L << 20;

    private final List<Path> files;
    private final PrintWriter progress;
    private int unread;

    private MailFiles(List<Path> files, PrintWriter progress) {
        this.files = files;
        this.progress = progress;
    }

    /** The files themselves and all files in the folders, sorted by name; hidden ones are left out. */
    static MailFiles in(List<Path> places, PrintWriter progress) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> below = Files.walk(place)) {
                below.filter(file -> file.equals(place)
                                || !file.getFileName().toString().startsWith("."))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return new MailFiles(files, progress);
    }

    /** Reads each message, and hands what the function made of it to the consumer, in order, one at a time. */
    <T> void each(Function<byte[], T> function, BiConsumer<Path, T> consumer) {
        for (int start = 0; start < files.size(); start += AT_ONCE) {
            List<Path> some = files.subList(start, Math.min(files.size(), start + AT_ONCE));
            List<Optional<T>> results =
                    some.parallelStream().map(file -> read(file).map(function)).toList();
            for (int i = 0; i < some.size(); i++) {
                Path file = some.get(i);
                results.get(i).ifPresentOrElse(result -> consumer.accept(file, result), () -> report(file));
            }
            if (files.size() > AT_ONCE) {
                progress.println((start + some.size()) + "/" + files.size());
            }
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void report(Path file) {
        unread++;
        progress.println("Không đọc được / cannot be read: " + file);
    }

    /** 1 when a file could not be read. */
    int exitCode() {
        return unread > 0 ? 1 : 0;
    }
}
