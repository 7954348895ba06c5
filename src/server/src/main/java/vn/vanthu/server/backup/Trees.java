package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Trees {

    /** The only thing in an empty disk. */
    static final String LOST_AND_FOUND = "lost+found";

    private Trees() {}

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** Deletes what is in the folder but for these, not the folder itself: it may be the root of a disk. */
    static void empty(Path folder, String... kept) throws IOException {
        List<String> stay = new ArrayList<>(List.of(kept));
        stay.add(LOST_AND_FOUND);
        List<Path> content;
        try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            content =
                    all.filter(each -> stay.stream().noneMatch(each::endsWith)).toList();
        }
        for (Path each : content) {
            delete(each);
        }
    }

    /** Copies a folder to where nothing is, whole or not at all. */
    static void putInPlace(Path from, Path to) throws IOException {
        Path next = to.resolveSibling(to.getFileName() + ".copying");
        delete(next);
        Files.createDirectories(next);
        for (String name : Copies.filesIn(from)) {
            Copies.copy(from.resolve(name), next, name);
        }
        Files.deleteIfExists(to);
        Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
    }

    static boolean isEmptyOrMissing(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(each -> each.endsWith(LOST_AND_FOUND));
        }
    }
}
