package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;

/** A gateway that is killed while it writes loses nothing that it acknowledged, and its database opens again. */
class KilledWriterTest {

    private static final int ROUNDS = 8;

    @Test
    void everyAcknowledgedRowIsThereAfterEachKill(@TempDir Path data) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            acknowledged.addAll(writeAndKill(data, round, 20 + random.nextInt(300)));
            assertThat(acknowledged.size()).as("round %d wrote", round).isGreaterThan(before);
            assertAllThere(data, acknowledged);
        }
    }

    private static void assertAllThere(Path data, List<String> ids) throws Exception {
        List<String> there = new ArrayList<>();
        try (var connection = AuditAccess.connect(RegisterSettings.embedded(data));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ma_thu FROM nhat_ky_thu WHERE ket_qua IS NOT NULL")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        assertThat(there).doesNotHaveDuplicates().containsAll(ids);
    }

    private static List<String> writeAndKill(Path data, int round, int afterRows) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Quick to start: they live for seconds.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (MailId.isMailId(line)) {
                    acknowledged.add(line);
                }
                if (acknowledged.size() == afterRows) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        return acknowledged;
    }

    /** Writes until it is killed; prints each id when its row is acknowledged. */
    static final class Writer {

        public static void main(String[] args) throws Exception {
            var database = RegisterDatabase.open(RegisterSettings.embedded(Path.of(args[0])), Clock.systemUTC());
            for (int thread = 0; thread < 4; thread++) {
                String name = args[1] + "-" + thread;
                new Thread(() -> write(database, name)).start();
            }
        }

        private static void write(RegisterDatabase database, String name) {
            try {
                for (int i = 0; ; i++) {
                    MailId id = MailId.ofMailName(name + "-" + i);
                    database.register().record(mail(id));
                    System.out.println(id);
                }
            } catch (vn.vanthu.register.RegisterUnavailableException e) {
                throw new IllegalStateException(e);
            }
        }

        private static MailRecord mail(MailId id) {
            List<String> to = List.of("a@a.vn", "b@b.vn");
            return new MailRecord(
                    id, Instant.now(), Direction.INCOMING, "", "192.0.2.1", "x@b.vn", to, "x@b.vn", "Thư", "", 1, "");
        }
    }
}
