package vn.vanthu.acceptance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaign's short form; the long one is {@code src/acceptance/campaign}. */
class CampaignTest {

    /** A database that is away and comes back is {@code RegisterAwayTest}'s. */
    private static final List<Fault> FAULTS =
            List.of(Fault.KILLED, Fault.KILLED_AT_STEP, Fault.DATABASE_FROZEN, Fault.DISK_FULL, Fault.OUTSIDE_TROUBLED);

    @Test
    void nothingIsLostLeakedOrNumberedTwiceWhateverFails(@TempDir Path folder) throws Exception {
        try (World world = World.open(folder, 1)) {
            Map<Fault, Count> counts =
                    new Campaign(world, 20261124, new PrintWriter(System.out)).run(FAULTS, Duration.ZERO);

            assertThat(counts).allSatisfy((fault, count) -> {
                assertThat(count.accepted()).as(fault.title()).isPositive();
                assertThat(count.isClean())
                        .as(fault.title() + ": " + count.evidence())
                        .isTrue();
            });
        }
    }
}
