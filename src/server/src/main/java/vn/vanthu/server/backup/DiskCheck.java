package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a backup can go where it is asked to. */
final class DiskCheck {

    private static final long MEGABYTE = 1024L * 1024L;

    private DiskCheck() {}

    static void check(Path data, Path archive, Path target, boolean sameDisk) throws IOException, BackupException {
        Path real = target.toRealPath();
        if (real.startsWith(data.toRealPath())) {
            throw new BackupException(target + " lies in the data folder; allowed: a folder outside of it");
        }
        FileStore there = Files.getFileStore(real);
        if (!sameDisk && there.equals(Files.getFileStore(data))) {
            throw new BackupException(target + " is on the same disk as the data: a broken disk would take both."
                    + " Use another disk, or say --same-disk when the copy goes elsewhere afterwards");
        }
        long needed = sizeOf(data) + missing(archive, target.resolve(ArchiveCopy.FOLDER));
        if (there.getUsableSpace() < needed) {
            throw new BackupException(target + " has " + there.getUsableSpace() / MEGABYTE + " MB left; needed: "
                    + needed / MEGABYTE + " MB");
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        long size = 0;
        for (String name : Copies.filesIn(folder)) {
            Path file = folder.resolve(name);
            size += Files.exists(file) ? Files.size(file) : 0;
        }
        return size;
    }

    private static long missing(Path archive, Path copy) throws IOException {
        long size = 0;
        for (String name : Copies.filesIn(archive)) {
            size += Files.exists(copy.resolve(name)) ? 0 : Files.size(archive.resolve(name));
        }
        return size;
    }
}
