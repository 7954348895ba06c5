package vn.vanthu.benchmark.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts of a given length, cut at spaces from the files of a folder. */
final class Texts {

    private Texts() {}

    static List<String> cut(Path folder, int length, int perFile, long seed) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(folder)) {
            texts.addAll(cutFile(file, length, perFile, seed));
        }
        return texts;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<String> cutFile(Path file, int length, int count, long seed) throws IOException {
        String all = Files.readString(file).replaceAll("\\s+", " ");
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count && all.length() > length + 40; i++) {
            int from = all.indexOf(' ', random.nextInt(all.length() - length - 30)) + 1;
            int to = all.lastIndexOf(' ', from + length);
            if (from > 0 && to > from + length / 2) {
                texts.add(all.substring(from, to));
            }
        }
        return texts;
    }
}
