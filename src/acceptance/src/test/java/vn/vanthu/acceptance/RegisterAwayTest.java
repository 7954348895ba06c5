package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.Signal;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** A register that freezes, thaws and dies: no mail passes unlogged, none is lost, none comes twice. */
class RegisterAwayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OUTSIDE = "cho.so@noikhac.example";

    @TempDir
    Path folder = Path.of("");

    @Test
    void mailWaitsForTheRegister() throws Exception {
        try (MariaDbServer server = MariaDbServer.startOwn()) {
            RegisterSettings settings = server.newDatabase(folder);
            try (Office office = Office.open(gateway -> gateway.registerIn(settings))) {
                long pid = server.pid();
                Letter relayed = Letter.from(address("vanthu"), "Chờ ra ngoài");
                office.outside().answering(OUTSIDE, Answer.DEFER);
                office.client("vanthu").send(relayed, OUTSIDE);
                await().atMost(PATIENCE).until(() -> office.outside().attempts(OUTSIDE) > 0);

                Letter waiting = acceptedJustBeforeTheFreeze(office, pid);
                office.outside().answering(OUTSIDE, Answer.ACCEPT);
                newMailGets451(office);
                assertThat(subjects(office)).doesNotContain(waiting.subject());
                assertThat(office.outside().takenFor(OUTSIDE)).isEmpty();

                Signal.CONT.sendTo(pid);
                Row row = office.register().settledFrom(waiting.sender());
                assertThat(row.get("ket_qua")).isEqualTo("delivered");
                assertThat(subjects(office)).containsOnlyOnce(waiting.subject());
                assertThat(office.register().settledAbout(relayed.subject()).get("ket_qua"))
                        .isEqualTo("relayed");
                assertThat(office.outside().takenFor(OUTSIDE)).hasSize(1);
                newMailIsTaken(office);

                server.close();
                newMailGets451(office);
                assertThat(office.gateway().isRunning()).isTrue();
            }
        }
    }

    /**
     * A mail that was answered with 250, and whose row could not be written any more: the register is asked at most once
     * a second, so a mail that ends right after another's row is taken.
     */
    private static Letter acceptedJustBeforeTheFreeze(Office office, long pid) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            Letter recorded = Letter.fromOutside("truoc");
                            await().atMost(PATIENCE).until(() -> office.receive(recorded, "giamdoc")
                                    .startsWith("250"));
                            office.register().settledFrom(recorded.sender());
                            Signal.STOP.sendTo(pid);
                            Letter next = Letter.fromOutside("sau");
                            if (office.receive(next, "giamdoc").startsWith("250")) {
                                return java.util.Optional.of(next);
                            }
                            Signal.CONT.sendTo(pid);
                            return java.util.Optional.<Letter>empty();
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static void newMailGets451(Office office) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(office.receive(Letter.fromOutside("moi"), "letan"))
                .startsWith("451"));
    }

    private static void newMailIsTaken(Office office) throws IOException {
        Letter letter = Letter.fromOutside("lai duoc");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.receive(letter, "letan")).startsWith("250"));
        assertThat(office.register().settledFrom(letter.sender()).get("ket_qua"))
                .isEqualTo("delivered");
    }

    private static java.util.List<String> subjects(Office office) throws Exception {
        try (Mailbox mailbox = office.client("giamdoc").open()) {
            return mailbox.all("Subject");
        }
    }
}
