package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vanthu.filing.Archive;

/**
 * The archive beside all backups. Its files never change, so each is copied once.
 *
 * @param known what the newest backup says of the copies, by path
 */
record ArchiveCopy(Path archive, Path copy, Map<String, Manifest.Entry> known, Consumer<String> progress) {

    static final String FOLDER = "archive";

    /** From a backup's own folder. */
    static final String FROM_BACKUP = "../" + FOLDER + "/";

    /** Every file of an archive, sorted; without documents that are being filed. */
    static List<String> namesIn(Path archive) throws IOException {
        return Copies.filesIn(archive).stream()
                .filter(name -> !Archive.isBeingFiled(name))
                .toList();
    }

    /** Copies what is missing or was damaged since; gives an entry for each file of the archive. */
    List<Manifest.Entry> bringUpToDate() throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        List<String> names = namesIn(archive);
        for (String name : names) {
            copiedIfThere(name).forEach(entries::add);
            if (entries.size() % 1000 == 0) {
                progress.accept("kho lưu trữ / archive " + entries.size() + " / " + names.size());
            }
        }
        return entries;
    }

    /** Nothing when the file was erased meanwhile. */
    private Stream<Manifest.Entry> copiedIfThere(String name) throws IOException {
        try {
            return Stream.of(copied(name));
        } catch (NoSuchFileException e) {
            if (Files.exists(archive.resolve(name))) {
                throw e;
            }
            return Stream.empty();
        }
    }

    private Manifest.Entry copied(String name) throws IOException {
        String path = FROM_BACKUP + name;
        Manifest.@Nullable Entry before = known.get(path);
        if (Files.exists(copy.resolve(name))) {
            Manifest.Entry there = Copies.entryOf(copy, name).at(path);
            if (there.equals(before)) {
                return warnWhenOther(there, name);
            }
            if (before != null) {
                progress.accept(name + ": bản sao cũ bị hỏng, chép lại / its copy was damaged and is made again");
            } else if (there.size() == Files.size(archive.resolve(name))) {
                return there;
            }
        }
        return Copies.replace(archive.resolve(name), copy, name).at(path);
    }

    /** What was copied first stays: a file of the archive that is another one now was tampered with. */
    private Manifest.Entry warnWhenOther(Manifest.Entry there, String name) throws IOException {
        if (there.size() != Files.size(archive.resolve(name))) {
            progress.accept(name + ": khác bản đã sao lưu, giữ bản cũ / is not what was copied once, which stays;"
                    + " see ./vanthu audit archive --verify");
        }
        return there;
    }
}
