package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Disk;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Office;

/** The disk with the queue and the embedded databases is full in the middle of the traffic. */
class DiskFullTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Letter> taken = new ArrayList<>();

    @Test
    void whatWasTakenArrivesOnceAndMailIsTakenAgainWhenThereIsRoom() throws Exception {
        try (Office office = Office.open(gateway -> {})) {
            for (int i = 0; i < 10; i++) {
                assertThat(isTaken(office)).isTrue();
            }
            Disk.FULL.madeFor(office.gateway().pid());
            await().atMost(PATIENCE).until(() -> !isTaken(office));
            Disk.WITH_ROOM.madeFor(office.gateway().pid());
            // It ended, and a service manager starts it again; or it was not hurt.
            await().atMost(PATIENCE).until(() -> isTaken(runningAgain(office)));

            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(runningAgain(office))
                    .satisfies(this::everyMailIsDeliveredOnce));
            assertThat(office.gateway().command("audit", "verify").exitCode()).isZero();
        }
    }

    /** It may end a moment after the disk has room again. */
    private static Office runningAgain(Office office) throws IOException {
        if (!office.gateway().isRunning()) {
            office.gateway().start();
        }
        return office;
    }

    private void everyMailIsDeliveredOnce(Office office) {
        assertThat(taken).hasSizeGreaterThan(10).allSatisfy(letter -> assertThat(
                        office.register().mails("nguoi_gui_phong_bi", letter.sender()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("ket_qua")).isEqualTo("delivered")));
    }

    /** Sends one more mail; false when it was refused, or the connection broke. */
    private boolean isTaken(Office office) {
        Letter letter = Letter.fromOutside("Đĩa đầy " + taken.size());
        try {
            boolean accepted = office.receive(letter, "giamdoc").startsWith("250");
            if (accepted) {
                taken.add(letter);
            }
            return accepted;
        } catch (IOException e) {
            return false;
        }
    }
}
