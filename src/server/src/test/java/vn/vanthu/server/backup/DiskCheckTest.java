package vn.vanthu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void onlyWhatIsCopiedNeedsRoom() throws Exception {
        write("data/webadmin.token", 1);
        write("data/queue/db-1.log", 20);
        write("data/register/register.mv.db", 300);
        write("data/tmp/spilled", 1_000_000);
        write("data/log/vanthu.log", 1_000_000);
        write("data/archive/den/2026/05/copied.eml", 1_000_000);
        write("copies/archive/den/2026/05/copied.eml", 1_000_000);
        write("data/archive/den/2026/06/new.eml", 4_000);
        write("data/archive/.writing-123/half.eml", 1_000_000);
        Path data = folder.resolve("data");
        assertThat(DiskCheck.needed(data, data.resolve("archive"), folder.resolve("copies")))
                .isEqualTo(4_321);
    }

    @Test
    void twoFoldersOnOneDiskShareItsRoom() throws Exception {
        Path data = folder.resolve("data");
        Path archive = folder.resolve("archive/2026");
        long most = folder.toFile().getUsableSpace() / 5 * 3;
        assertThatThrownBy(() -> DiskCheck.requireRoom(data, most, archive, most))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(data.toString());
        assertThatCode(() -> DiskCheck.requireRoom(data, 1, archive, 1)).doesNotThrowAnyException();
    }

    private void write(String name, int size) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
    }
}
