package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The backups that stand in one folder. */
final class Backups {

    private Backups() {}

    /** Those whose name has this end, the oldest first. */
    static List<Path> in(Path target, String end) throws IOException {
        try (Stream<Path> all = Files.list(target)) {
            return all.filter(each -> String.valueOf(each.getFileName()).matches("vanthu-\\d{8}-\\d{6}" + end))
                    .sorted()
                    .toList();
        }
    }

    /** What the newest backup says of the copies of archived files, by path; nothing when there is none to be read. */
    static Map<String, Manifest.Entry> archived(Path target) throws IOException {
        List<Path> made = in(target, "");
        if (made.isEmpty()) {
            return Map.of();
        }
        try {
            return Manifest.read(made.get(made.size() - 1)).files().stream()
                    .filter(file -> file.path().startsWith(ArchiveCopy.FROM_BACKUP))
                    .collect(Collectors.toMap(Manifest.Entry::path, Function.identity()));
        } catch (BackupException unreadable) {
            return Map.of();
        }
    }
}
