package vn.vanthu.server.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.james.DiskReserve;

class DiskStatusTest {

    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path data = Path.of("");

    @Test
    void anArchiveOnTheSameDiskHasNoLineOfItsOwn() {
        assertThat(DiskStatus.lines(new DiskReserve(data, 0), data.resolve("archive/not/there/yet")))
                .extracting(StatusLine::name)
                .containsExactly("disk");
    }

    @Test
    void anArchiveOnAnotherDiskIsWatchedToo() throws Exception {
        assumeThat(Files.isDirectory(MEMORY) && !Files.getFileStore(MEMORY).equals(Files.getFileStore(data)))
                .isTrue();
        assertThat(DiskStatus.lines(new DiskReserve(data, 0), MEMORY.resolve("vanthu-archive")))
                .extracting(StatusLine::name, StatusLine::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("disk", StatusLine.Level.OK),
                        org.assertj.core.groups.Tuple.tuple("archive", StatusLine.Level.OK));
        assertThat(DiskStatus.lines(new DiskReserve(data, Long.MAX_VALUE / 5), MEMORY))
                .extracting(StatusLine::level)
                .containsOnly(StatusLine.Level.ALARM);
    }

    @Test
    void aFullDiskSaysWhatFollows() {
        assertThat(DiskStatus.lines(new DiskReserve(data, Long.MAX_VALUE / 5), data))
                .allSatisfy(line -> assertThat(line.toString()).contains("452"));
    }
}
