package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.PausingMailet;
import vn.vanthu.acceptance.harness.Signal;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** The database of the mailboxes ends while mail is on its way, wherever in the pipeline: it waits and comes once. */
class StoreAwayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String EXPANDING = "<mailet match=\"All\" class=\"vn.vanthu.mailets.ExpandRecipients\">";
    private static final String DELIVERING =
            "<mailet match=\"RecipientIsLocal\" class=\"vn.vanthu.mailets.DeliverLocally\"/>";
    private static final List<String> PLACES = List.of("X-Before-Expanding", "X-Before-Delivering");

    @Test
    void mailWaitsForTheMailboxes(@TempDir Path folder) throws Exception {
        try (MariaDbServer server = MariaDbServer.startOwn()) {
            RegisterSettings store = server.newDatabase(folder);
            try (Office office = Office.open(gateway -> prepare(gateway, store))) {
                Path pause = Files.createFile(folder.resolve("pause"));
                List<Letter> letters =
                        PLACES.stream().map(place -> stopping(place, pause)).toList();
                for (Letter letter : letters) {
                    assertThat(office.receive(letter, "giamdoc")).startsWith("250");
                    await().atMost(PATIENCE).until(() -> Files.deleteIfExists(PausingMailet.metBy(pause)));
                }
                end(server);
                Files.delete(pause);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(office.gateway().log())
                                .containsPattern("mail \\S+ waits \\d+ s \\(try 2\\)"));
                assertThat(office.gateway().command("status", "--json").output())
                        .contains("\"name\":\"mailboxes\",\"level\":\"alarm\"");
                assertThat(letters)
                        .allSatisfy(letter -> assertThat(office.register().mails("chu_de", letter.subject()))
                                .singleElement()
                                .satisfies(row -> assertThat(row.get("ket_qua")).isNotEqualTo("held")));

                server.startAgain();
                for (Letter letter : letters) {
                    assertThat(office.register().settledFrom(letter.sender()).get("ket_qua"))
                            .isEqualTo("delivered");
                }
                assertThat(subjects(office))
                        .containsOnlyOnce(
                                letters.get(0).subject(), letters.get(1).subject());
                assertThat(office.gateway().command("replay", "--list").output())
                        .doesNotContain("giamdoc");
            }
        }
    }

    private static void prepare(GatewayProcess gateway, RegisterSettings store) throws IOException {
        gateway.storeIn(store)
                .conf()
                .replace("mailetcontainer.xml", EXPANDING, PausingMailet.stoppingAt(PLACES.get(0)) + EXPANDING);
        String file = gateway.conf().read("mailetcontainer.xml");
        gateway.conf()
                .write(
                        "mailetcontainer.xml",
                        file.replace(DELIVERING, PausingMailet.stoppingAt(PLACES.get(1)) + DELIVERING));
    }

    private static Letter stopping(String place, Path pause) {
        return Letter.fromOutside(place).withHeaders(place + ": " + pause + "\r\n");
    }

    private static void end(MariaDbServer server) throws IOException, InterruptedException {
        long pid = server.pid();
        Signal.TERM.sendTo(pid);
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(pid).isEmpty());
    }

    private static List<String> subjects(Office office) throws Exception {
        try (Mailbox mailbox = office.client("giamdoc").open()) {
            return mailbox.all("Subject");
        }
    }
}
