package vn.vanthu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.testing.Golden;

class LiveOrganizationTest {

    private final Path file;
    private final LiveOrganization live;
    private long clock = 1_000_000;

    LiveOrganizationTest(@TempDir Path folder) throws IOException, ConfigurationException {
        file = folder.resolve("organization.xml");
        Files.copy(Golden.CONF.resolve("organization.xml"), file);
        live = LiveOrganization.open(file);
    }

    private void write(byte[] content) throws IOException {
        Files.write(file, content);
        clock += 1000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock));
    }

    private void replace(String what, String by) throws IOException {
        write(Files.readString(file).replace(what, by).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void anUntouchedFileChangesNothing() {
        assertThat(live.reloadIfChanged()).isEqualTo(new LiveOrganization.Unchanged());
    }

    @Test
    void aGoodChangeIsTakenOver() throws IOException {
        Organization before = live.get();
        replace("SNgV", "SNGV");
        assertThat(live.reloadIfChanged()).isEqualTo(new LiveOrganization.Changed(before, live.get()));
        assertThat(live.get().agency().symbol()).isEqualTo("SNGV");
    }

    @Test
    void aBrokenChangeIsToldOnceAndTheOldValueStays() throws IOException {
        Organization before = live.get();
        replace("role=\"clerk\"", "role=\"clark\"");
        assertThat(live.reloadIfChanged())
                .isInstanceOfSatisfying(LiveOrganization.Rejected.class, rejected -> assertThat(rejected.problems())
                        .hasSize(1));
        assertThat(live.reloadIfChanged()).isInstanceOf(LiveOrganization.Unchanged.class);
        assertThat(live.get()).isSameAs(before);
        replace("role=\"clark\"", "role=\"clerk\"");
        assertThat(live.reloadIfChanged()).isInstanceOf(LiveOrganization.Changed.class);
    }

    @Test
    void aFileThatIsGoneLeavesTheOldValue() throws IOException {
        Organization before = live.get();
        Files.delete(file);
        assertThat(live.reloadIfChanged()).isInstanceOf(LiveOrganization.Rejected.class);
        assertThat(live.get()).isSameAs(before);
    }

    @Test
    void noFileWhateverMakesItThrow() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] bad = good.clone();
            for (int change = 0; change <= seed % 5; change++) {
                bad[random.nextInt(bad.length)] =
                        (byte) (seed % 2 == 0 ? random.nextInt(256) : "<>\"/&= x".charAt(random.nextInt(8)));
            }
            write(bad);
            assertThatCode(live::reloadIfChanged).as("seed " + seed).doesNotThrowAnyException();
        }
    }
}
