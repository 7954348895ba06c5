package vn.vanthu.benchmark.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.spam.learn.Kind;

/**
 * A folder {@code SOURCE/ham/*}, {@code SOURCE/spam/*}. Of each folder every second message by name is for teaching, the rest
 * for measuring: whatever kinds of mail stand beside each other in a folder, both halves have them.
 *
 * @param taught for teaching only
 * @param unseen for measuring only
 */
record Corpus(List<Sample> taught, List<Sample> unseen) {

    /** A message whose kind is known. */
    record Sample(String source, Kind kind, byte[] message) {}

    static Corpus read(Path folder) throws IOException {
        List<Sample> taught = new ArrayList<>();
        List<Sample> unseen = new ArrayList<>();
        for (Path source : children(folder)) {
            for (Kind kind : Kind.values()) {
                Path messages = source.resolve(kind == Kind.HAM ? "ham" : "spam");
                if (Files.isDirectory(messages)) {
                    List<Path> files = children(messages);
                    for (int i = 0; i < files.size(); i++) {
                        Sample sample =
                                new Sample(source.getFileName().toString(), kind, Files.readAllBytes(files.get(i)));
                        (i % 2 == 0 ? taught : unseen).add(sample);
                    }
                }
            }
        }
        if (taught.isEmpty()) {
            throw new IOException(folder + " has no SOURCE/ham and SOURCE/spam with messages");
        }
        return new Corpus(taught, unseen);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

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
