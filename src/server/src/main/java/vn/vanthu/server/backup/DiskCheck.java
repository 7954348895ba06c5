package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a copy can go where it is asked to. */
final class DiskCheck {

    private static final long MEGABYTE = 1024L * 1024L;

    private DiskCheck() {}

    /** @throws BackupException when a backup in that folder would be none, or has no room */
    static void check(Path data, Path archive, Path target, boolean sameDisk) throws IOException, BackupException {
        if (target.toRealPath().startsWith(data.toRealPath())) {
            throw new BackupException(target + " nằm trong thư mục dữ liệu / lies in the data folder;"
                    + " allowed: a folder outside of it");
        }
        if (!sameDisk && device(target).equals(device(data))) {
            throw new BackupException(
                    target + " cùng đĩa với dữ liệu: hỏng đĩa là mất cả hai / is on the same disk as the data: a"
                            + " broken disk would take both. Use another disk, or say --same-disk when the copy goes"
                            + " elsewhere afterwards");
        }
        requireRoom(target, needed(data, archive, target));
    }

    /** The bytes that the next backup adds there; queue and embedded databases as large as they are in the data folder. */
    static long needed(Path data, Path archive, Path target) throws IOException {
        long size = 0;
        for (String name : new DataFiles(data, archive, true).names()) {
            size += Copies.sizeIfThere(data.resolve(name));
        }
        Path copy = target.resolve(ArchiveCopy.FOLDER);
        for (String name : ArchiveCopy.namesIn(archive)) {
            size += Files.exists(copy.resolve(name)) ? 0 : Copies.sizeIfThere(archive.resolve(name));
        }
        return size;
    }

    /** The same for two folders, which may be on one disk. */
    static void requireRoom(Path folder, long needed, Path other, long neededThere)
            throws IOException, BackupException {
        boolean oneDisk = device(existing(folder)).equals(device(existing(other)));
        requireRoom(folder, oneDisk ? needed + neededThere : needed);
        if (!oneDisk) {
            requireRoom(other, neededThere);
        }
    }

    /** @param folder may be missing; then its nearest parent counts */
    static void requireRoom(Path folder, long needed) throws IOException, BackupException {
        long free = Files.getFileStore(existing(folder)).getUsableSpace();
        if (free < needed) {
            throw new BackupException(folder + " không đủ chỗ / has " + free / MEGABYTE + " MB left; needed: "
                    + (needed + MEGABYTE - 1) / MEGABYTE + " MB");
        }
    }

    /** The folder, or its nearest parent that is there. */
    static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = Copies.parent(there);
        }
        return there;
    }

    /** The same for each folder of a disk, also through a bind mount. */
    private static Object device(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev");
    }
}
