package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import vn.vanthu.acceptance.harness.Load;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** The power of a promise: a mail that was answered with 250 is there, once, whatever happens to the process. */
class KilledGatewayTest {

    /** More with {@code -Dvanthu.kills=50}. */
    private static final int KILLS = Integer.getInteger("vanthu.kills", 4);

    private static final int MAILS_A_LIFE = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: ([^\\r\\n]+)");

    @Test
    void everyMailAnsweredWith250ArrivesAndIsRecordedOnce(TestReporter reporter) throws Exception {
        try (Office office = Office.open(gateway -> {})) {
            Load load = new Load(office);
            List<Integer> takenBeforeKill = new ArrayList<>();
            for (int life = 0; life < KILLS; life++) {
                load.untilAccepted(MAILS_A_LIFE, () -> office.gateway().kill());
                await().atMost(PATIENCE).until(office.outside()::isQuiet);
                takenBeforeKill.add(office.outside().taken().size());
                office.gateway().start();
            }
            Map<String, String> outcomes = settled(office);

            assertThat(load.acceptedLocal())
                    .allSatisfy(subject -> assertThat(outcomes).containsEntry(subject, "delivered"));
            assertThat(load.acceptedOutside())
                    .allSatisfy(subject -> assertThat(outcomes).containsEntry(subject, "relayed"));
            checkMailbox(office, load, outcomes.keySet());
            int duplicates = checkOutside(office, load, outcomes.keySet(), takenBeforeKill);
            reporter.publishEntry(Map.of(
                    "kills", String.valueOf(KILLS),
                    "accepted", String.valueOf(load.accepted()),
                    "relayed twice, in two lives", String.valueOf(duplicates)));
        }
    }

    /** Each subject's outcome, when nothing is pending any more; fails when a subject has two rows. */
    private static Map<String, String> settled(Office office) {
        return await()
                .atMost(PATIENCE)
                .until(() -> office.register().query("SELECT * FROM nhat_ky_thu"), KilledGatewayTest::areSettled)
                .stream()
                .collect(Collectors.toMap(row -> row.get("chu_de"), row -> row.get("ket_qua")));
    }

    private static boolean areSettled(List<Row> rows) {
        return rows.stream().noneMatch(row -> row.get("ket_qua").equals("pending"));
    }

    private static void checkMailbox(Office office, Load load, Set<String> recorded) throws Exception {
        try (Mailbox mailbox = office.client(Load.MAILBOX).open()) {
            List<String> subjects = mailbox.all("Subject");
            assertThat(subjects).doesNotHaveDuplicates();
            assertThat(subjects).containsAll(load.acceptedLocal());
            // The daily mail with the newest seal is there too, its subject encoded.
            assertThat(recorded)
                    .containsAll(subjects.stream()
                            .filter(subject -> !subject.startsWith("=?"))
                            .toList());
        }
    }

    /**
     * A mail may go out again when the gateway died between the other server's 250 and our record of it: then the two
     * stand in two lives.
     */
    private static int checkOutside(Office office, Load load, Set<String> recorded, List<Integer> lives) {
        List<Taken> taken = office.outside().taken();
        Set<String> all = new HashSet<>();
        Set<String> inThisLife = new HashSet<>();
        int duplicates = 0;
        for (int i = 0; i < taken.size(); i++) {
            if (lives.contains(i)) {
                inThisLife.clear();
            }
            String subject = subjectOf(taken.get(i));
            assertThat(inThisLife.add(subject))
                    .as("sent twice in one life: " + subject)
                    .isTrue();
            duplicates += all.add(subject) ? 0 : 1;
        }
        assertThat(all).containsAll(load.acceptedOutside());
        assertThat(recorded).containsAll(all);
        return duplicates;
    }

    private static String subjectOf(Taken mail) {
        Matcher subject = SUBJECT.matcher(new String(mail.message(), StandardCharsets.ISO_8859_1));
        assertThat(subject.find()).isTrue();
        return subject.group(1);
    }
}
