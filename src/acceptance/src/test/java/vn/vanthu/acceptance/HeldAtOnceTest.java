package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Many mails wait at once: none is lost, each is asked once, approved once and leaves once. */
class HeldAtOnceTest {

    /** A thousand with {@code -Dvanthu.test.held=1000}; the figures are printed. */
    private static final int MAILS = Integer.getInteger("vanthu.test.held", 40);

    private static final Duration PATIENCE = Duration.ofMinutes(2).plusSeconds(MAILS);
    private static final Pattern KEY = Pattern.compile("\\S+@\\S+");

    @Test
    void noneIsLostAndEachLeavesOnce(TestReporter reporter) throws Exception {
        try (Office office = Office.open(gateway -> gateway.conf().set("vanthu.login.delay.seconds", "0"))) {
            ApprovalScenario scenario = new ApprovalScenario(office) {};
            Set<String> places = IntStream.range(0, MAILS)
                    .mapToObj(number -> "noi" + number + "@tinh.example")
                    .collect(Collectors.toCollection(TreeSet::new));
            long start = System.nanoTime();
            try (SmtpDialogue dialogue = office.submissionAs("vanthu")) {
                for (String place : places) {
                    Letter letter = scenario.official("Thư mời");
                    assertThat(dialogue.send(letter.sender(), letter.bytes(), place))
                            .startsWith("250");
                }
            }
            List<String> keys = keys(office);
            reporter.publishEntry("held and asked", figures(office, start));
            assertThat(pending(office)).isEqualTo(MAILS);

            long approving = System.nanoTime();
            try (SmtpDialogue dialogue = office.submissionAs("giamdoc")) {
                for (String key : keys) {
                    Letter answer = ApprovalScenario.answer("giamdoc", key, "DUYỆT");
                    assertThat(dialogue.send(answer.sender(), answer.bytes(), key))
                            .startsWith("250");
                }
            }
            await().atMost(PATIENCE).until(() -> office.outside().taken().size() >= MAILS);
            reporter.publishEntry("approved and sent", figures(office, approving));
            assertThat(office.outside().taken().stream().flatMap(taken -> taken.recipients().stream()))
                    .containsExactlyInAnyOrderElementsOf(places);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pending(office)).isZero());
        }
    }

    /** Where the director answers: one address of each question, as soon as all are in his mailbox. */
    private static List<String> keys(Office office) throws Exception {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            try (Mailbox mailbox = office.client("giamdoc").open()) {
                                return mailbox.all("Reply-To").stream()
                                        .map(KEY::matcher)
                                        .filter(Matcher::find)
                                        .map(Matcher::group)
                                        .map(key -> key.replaceAll("[<>]", ""))
                                        .filter(key -> key.contains("+approval-"))
                                        .distinct()
                                        .toList();
                            }
                        },
                        found -> found.size() == MAILS);
    }

    private static long pending(Office office) {
        return office.register()
                .query("SELECT * FROM nhat_ky_phe_duyet WHERE trang_thai = ?", "pending")
                .size();
    }

    private static String figures(Office office, long since) throws Exception {
        long seconds = (System.nanoTime() - since) / 1_000_000_000;
        Path status = Path.of("/proc/" + office.gateway().pid() + "/status");
        String memory = Files.isReadable(status)
                ? Files.readString(status).replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1 kB at most")
                : "not known";
        return MAILS + " mails in " + seconds + " s; memory of the gateway: " + memory;
    }
}
