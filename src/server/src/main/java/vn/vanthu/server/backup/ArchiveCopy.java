package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The archive beside all backups. Its files never change, so each is copied once. */
record ArchiveCopy(Path archive, Path copy, Consumer<String> progress) {

    static final String FOLDER = "archive";

    /** From a backup's own folder. */
    static final String FROM_BACKUP = "../" + FOLDER + "/";

    private static final String NEXT = ".copying";

    /** Copies what is missing or of another size; gives an entry for each file of the archive. */
    List<Manifest.Entry> bringUpToDate() throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        List<String> names = Copies.filesIn(archive);
        for (String name : names) {
            Path there = copy.resolve(name);
            if (!Files.exists(there) || Files.size(there) != Files.size(archive.resolve(name))) {
                Files.deleteIfExists(copy.resolve(name + NEXT));
                Copies.copy(archive.resolve(name), copy, name + NEXT);
                Files.move(copy.resolve(name + NEXT), there, StandardCopyOption.ATOMIC_MOVE);
            }
            Manifest.Entry entry = Copies.entryOf(copy, name);
            entries.add(new Manifest.Entry(FROM_BACKUP + name, entry.size(), entry.sha256()));
            if (entries.size() % 1000 == 0) {
                progress.accept("kho lưu trữ / archive " + entries.size() + " / " + names.size());
            }
        }
        return entries;
    }
}
