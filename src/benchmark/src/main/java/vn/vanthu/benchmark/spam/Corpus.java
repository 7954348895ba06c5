package vn.vanthu.benchmark.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.vanthu.spam.learn.Kind;

/**
 * Messages whose kind is known.
 *
 * @param folders the messages of each folder {@code SOURCE/ham} and {@code SOURCE/spam}
 */
record Corpus(List<List<Sample>> folders) {

    /** A message whose kind is known. */
    record Sample(String source, Kind kind, byte[] message) {}

    /** Half of each folder for teaching, half for measuring. */
    record Halves(List<Sample> taught, List<Sample> unseen) {

        /** So many of each kind, taken evenly from everything that is for teaching. */
        List<Sample> lessons(int ofEachKind) {
            List<Sample> chosen = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                List<Sample> all =
                        taught.stream().filter(sample -> sample.kind() == kind).toList();
                int count = Math.min(ofEachKind, all.size());
                for (int i = 0; i < count; i++) {
                    chosen.add(all.get((int) ((long) i * all.size() / count)));
                }
            }
            return chosen;
        }
    }

    static Corpus read(Path folder) throws IOException {
        List<List<Sample>> folders = new ArrayList<>();
        for (Path source : children(folder)) {
            for (Kind kind : Kind.values()) {
                Path messages = source.resolve(kind == Kind.HAM ? "ham" : "spam");
                if (Files.isDirectory(messages)) {
                    folders.add(samples(messages, source.getFileName().toString(), kind));
                }
            }
        }
        if (folders.isEmpty()) {
            throw new IOException(folder + " has no SOURCE/ham and SOURCE/spam with messages");
        }
        return new Corpus(folders);
    }

    private static List<Sample> samples(Path folder, String source, Kind kind) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : children(folder)) {
            samples.add(new Sample(source, kind, Files.readAllBytes(file)));
        }
        return samples;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** @param seed each gives other halves, the same seed the same */
    Halves halves(int seed) {
        Random random = new Random(seed);
        List<Sample> taught = new ArrayList<>();
        List<Sample> unseen = new ArrayList<>();
        for (List<Sample> folder : folders) {
            List<Sample> mixed = new ArrayList<>(folder);
            Collections.shuffle(mixed, random);
            taught.addAll(mixed.subList(0, mixed.size() / 2));
            unseen.addAll(mixed.subList(mixed.size() / 2, mixed.size()));
        }
        return new Halves(taught, unseen);
    }
}
