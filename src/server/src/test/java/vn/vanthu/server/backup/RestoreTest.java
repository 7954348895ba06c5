package vn.vanthu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aConfigurationThatCannotBePutInPlaceIsToldBeforeAnythingIsCopied() throws Exception {
        Path backup = folder.resolve("vanthu-20260101-000000");
        Path data = folder.resolve("data");
        Files.createDirectories(backup);
        new Manifest(Instant.now(), "", List.of(new Manifest.Entry("data/missing", 1, ""))).writeTo(backup);
        assertThatThrownBy(() -> new Restore(backup, Path.of("/proc/khong-co/conf"), data, line -> {}).run())
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("as root: cp -rT " + backup.resolve("conf") + " /proc/khong-co/conf");
        assertThat(data).doesNotExist();
    }
}
