package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.testing.MariaDbServer;

/** Two gateways on one MariaDB number documents across a New Year in Hanoi, and are killed again and again. */
class NewYearTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-12-31T17:00:00Z");
    private static final int ROUNDS = 4;

    @TempDir
    Path data = Path.of("");

    @Test
    void numbersStayGaplessAndUniqueAndNothingAcknowledgedIsLost() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            RegisterSettings settings = server.newDatabase(data);
            RegisterDatabase.open(settings, Clock.fixed(MIDNIGHT.minusSeconds(9000), ZoneOffset.UTC))
                    .close();
            List<String> acknowledged = new ArrayList<>();
            Random random = new Random(11);
            for (int round = 0; round < ROUNDS; round++) {
                Instant from = MIDNIGHT.plus(Duration.ofMinutes(20L * round - 30));
                Path first = data.resolve("a" + round);
                Path second = data.resolve("b" + round);
                Process one = writer(settings, first, from);
                Process two = writer(settings, second, from);
                awaitLines(first, 5 + random.nextInt(40));
                one.destroyForcibly().waitFor();
                awaitLines(second, 40 + random.nextInt(60));
                two.destroyForcibly().waitFor();
                acknowledged.addAll(whole(first));
                acknowledged.addAll(whole(second));
            }
            check(settings, acknowledged);
        }
    }

    private static void check(RegisterSettings settings, List<String> acknowledged) throws Exception {
        Map<String, Set<Integer>> numbers = new HashMap<>();
        Set<String> entries = new HashSet<>();
        for (Map<String, String> row : TestDatabase.rows(
                settings, "SELECT book_year, entry_number, act_key FROM book_entry WHERE entry_number > 0")) {
            int number = Integer.parseInt(row.get("entry_number"));
            assertThat(numbers.computeIfAbsent(row.get("book_year"), y -> new HashSet<>())
                            .add(number))
                    .as("number %s given once", row)
                    .isTrue();
            entries.add(row.get("act_key") + " " + row.get("book_year") + " " + number);
        }
        assertThat(numbers).containsOnlyKeys("2026", "2027");
        numbers.forEach((year, given) ->
                assertThat(given).as("no gap in %s", year).allMatch(number -> number >= 1 && number <= given.size()));
        assertThat(entries).containsAll(acknowledged);
    }

    private static Process writer(RegisterSettings settings, Path out, Instant from) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Quick to start: they live for seconds.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        settings.url(),
                        settings.user(),
                        settings.password(),
                        from.toString(),
                        out.getFileName().toString(),
                        settings.dataFolder().toString())
                .redirectOutput(out.toFile())
                .redirectError(new File(out + ".err"))
                .start();
    }

    private static List<String> whole(Path file) throws Exception {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("act-"))
                .toList();
    }

    private static void awaitLines(Path file, int lines) throws Exception {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(whole(file))
                .as(Files.readString(Path.of(file + ".err")))
                .hasSizeGreaterThanOrEqualTo(lines));
    }

    /** Registers from a clock that runs a thousand times as fast; prints what was acknowledged. */
    static final class Writer {

        public static void main(String[] args) throws Exception {
            MovingClock clock = new MovingClock(Instant.parse(args[3]));
            RegisterSettings settings = new RegisterSettings(args[0], args[1], args[2], "", "", Path.of(args[5]));
            RegisterDatabase database = RegisterDatabase.open(settings, clock);
            for (int thread = 0; thread < 3; thread++) {
                String name = "act-" + args[4] + "-" + thread + "-";
                new Thread(() -> write(database, clock, name)).start();
            }
        }

        private static void write(RegisterDatabase database, MovingClock clock, String name) {
            for (int i = 0; ; i++) {
                String key = name + i;
                clock.advance(Duration.ofSeconds(7));
                try {
                    DocumentFields fields = DocumentFields.none().with(Field.SUBJECT, key);
                    BookNumber number = database.books()
                            .register(Book.INCOMING, fields, Source.paper(clock.instant()), Act.by("a@so.vn", key))
                            .entry()
                            .number();
                    System.out.println(key + " " + number.year() + " " + number.number());
                } catch (Exception e) {
                    System.err.println(e);
                }
            }
        }
    }
}
