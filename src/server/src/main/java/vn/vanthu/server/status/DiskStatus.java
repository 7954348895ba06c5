package vn.vanthu.server.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.james.DiskReserve;

/** How much room the disks have: the data folder's, which stops new mail, and the archive's when it is another one. */
final class DiskStatus {

    private static final long MEGABYTE = 1024L * 1024L;

    private DiskStatus() {}

    static List<StatusLine> lines(DiskReserve data, Path archive) {
        StatusLine disk =
                line("disk", data, "Đĩa", "Disk", "thư mới bị trả lời 452: giải phóng đĩa ngay", "new mail gets 452");
        DiskReserve filed = new DiskReserve(existing(archive), data.bytes());
        if (isSameDisk(data.folder(), filed.folder())) {
            return List.of(disk);
        }
        StatusLine other = line(
                "archive",
                filed,
                "Đĩa lưu hồ sơ văn bản (vanthu.archive)",
                "The archive's disk",
                "khi đầy thì văn bản chưa được lưu hồ sơ, hệ thống thử lại: giải phóng đĩa ngay",
                "documents are filed later, once there is room");
        return List.of(disk, other);
    }

    private static StatusLine line(
            String name, DiskReserve disk, String what, String english, String then, String englishThen) {
        try {
            long free = disk.free();
            String left = what + " còn " + free / MEGABYTE + " MB";
            String englishLeft = english + ": " + free / MEGABYTE + " MB left";
            if (free <= disk.bytes()) {
                return StatusLine.alarm(name, free, left + ", " + then + ".", englishLeft + "; " + englishThen + ".");
            }
            return free <= 5 * disk.bytes()
                    ? StatusLine.warning(name, free, left + ": sắp đầy.", englishLeft + ".")
                    : StatusLine.ok(name, free, left + ".", englishLeft + ".");
        } catch (IOException e) {
            return StatusLine.alarm(name, "unknown", what + ": không đọc được dung lượng.", english + ": " + e);
        }
    }

    /** The folder is made when the first document is filed. */
    private static Path existing(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
    }

    private static boolean isSameDisk(Path one, Path other) {
        try {
            return Files.getFileStore(one).equals(Files.getFileStore(other));
        } catch (IOException e) {
            return false;
        }
    }
}
