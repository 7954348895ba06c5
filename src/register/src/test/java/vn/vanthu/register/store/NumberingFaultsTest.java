package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.testing.MariaDbServer;

/**
 * A lock that is not given in time and connections that drop in the middle of numbering: nothing is lost, no number is
 * left out or given twice.
 */
@SuppressWarnings("NullAway")
class NumberingFaultsTest {

    private static final int YEAR = 2026;
    private static final Clock CLOCK = Clock.fixed(Instant.parse(YEAR + "-11-23T05:00:00Z"), java.time.ZoneOffset.UTC);
    private static final int WRITERS = 4;
    private static final int EACH = 25;

    /** When the wait for a lock began; another time is another try. */
    private static final String WAITING_ON_MARIADB =
            "SELECT trx_wait_started AS attempt FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";

    private static final String WAITING_ON_H2 =
            "SELECT executing_statement_start AS attempt FROM information_schema.sessions WHERE blocker_id IS NOT NULL";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path data = Path.of("");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aLockOnMariaDbThatIsNotGivenInTimeIsAskedForAgain() throws Exception {
        lockedOut(MariaDbServer.start().newDatabase(data), WAITING_ON_MARIADB);
    }

    @Test
    void aLockOnH2ThatIsNotGivenInTimeIsAskedForAgain() throws Exception {
        lockedOut(RegisterSettings.embedded(data), WAITING_ON_H2);
    }

    private void lockedOut(RegisterSettings settings, String waiting) throws Exception {
        try (RegisterDatabase database = RegisterDatabase.open(settings, CLOCK)) {
            database.sealNoLongerByItself();
            assertThat(register(database, "before")).isEqualTo(1);
            Future<Integer> held;
            try (Connection other = TestDatabase.asAdmin(settings)) {
                other.setAutoCommit(false);
                other.createStatement().executeQuery("SELECT * FROM book_counter FOR UPDATE");
                held = threads.submit(() -> register(database, "held"));
                Set<String> attempts = new HashSet<>();
                patiently(() -> {
                    TestDatabase.rows(settings, waiting).forEach(row -> attempts.add(row.get("attempt")));
                    return attempts.size() > 1;
                });
                assertThat(held).as("still waits").isNotDone();
                other.rollback();
            }
            assertThat(held.get()).isEqualTo(2);
            assertThat(register(database, "held")).as("the same act").isEqualTo(2);
            assertThat(register(database, "after")).isEqualTo(3);
            database.seal();
        }
        check(settings, Map.of("before", 1, "held", 2, "after", 3));
    }

    @Test
    void aConnectionThatDropsBetweenCounterAndEntryTakesTheNumberBack() throws Exception {
        RegisterSettings settings = MariaDbServer.start().newDatabase(data);
        try (RegisterDatabase database = RegisterDatabase.open(settings, CLOCK)) {
            database.sealNoLongerByItself();
            assertThat(register(database, "before")).isEqualTo(1);
            try (Connection other = TestDatabase.asAdmin(settings)) {
                other.setAutoCommit(false);
                // The key of the writer's act, not committed: his entry waits for it after the counter was counted up.
                other.createStatement().executeUpdate(copyOfEntry("before", "dropped"));
                Future<Integer> dropped = threads.submit(() -> register(database, "dropped"));
                patiently(() -> !TestDatabase.rows(settings, WAITING_ON_MARIADB).isEmpty());
                TestDatabase.rows(
                                settings,
                                "SELECT trx_mysql_thread_id AS id FROM information_schema.innodb_trx"
                                        + " WHERE trx_state = 'LOCK WAIT'")
                        .forEach(connection -> kill(settings, connection.get("id")));
                assertThatThrownBy(dropped::get).hasCauseInstanceOf(RegisterUnavailableException.class);
                other.rollback();
            }
            assertThat(registerAtLast(database, "other")).isEqualTo(2);
            assertThat(register(database, "dropped")).isEqualTo(3);
            database.seal();
        }
        check(settings, Map.of("before", 1, "other", 2, "dropped", 3));
    }

    /** The entry of an act once more, as number 99 of another act. */
    private static String copyOfEntry(String act, String otherAct) {
        String copied = "book, book_year, version, action, state, at, entered_at, arrived_on, login, system_account,"
                + " reason, old_value, new_value, mailbox, mail_id, content_sha256, document_type, subject, code, issuer,"
                + " signer, signer_position, capacity, to_places, file_copy_holder, receipt, note, urgency, language,"
                + " file_code, approver, same_key, search_text, salt, hash";
        return "INSERT INTO book_entry (id, entry_number, act_key, " + copied + ") SELECT -1, 99, '" + otherAct + "', "
                + copied + " FROM book_entry WHERE act_key = '" + act + "'";
    }

    @Test
    void connectionsThatDropAgainAndAgainWhileManyWriteLeaveNoTrace() throws Exception {
        RegisterSettings settings = MariaDbServer.start().newDatabase(data);
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        try (RegisterDatabase database = RegisterDatabase.open(settings, CLOCK)) {
            CompletableFuture<?>[] writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, EACH)
                                    .mapToObj(i -> writer + "-" + i)
                                    .forEach(act -> {
                                        acknowledged.put(act, registerAtLast(database, act));
                                    }),
                            threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture<Void> all = CompletableFuture.allOf(writers);
            int kills = 0;
            for (int entries = 0; !all.isDone(); entries = acknowledged.size()) {
                int before = entries;
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> acknowledged.size() > before || all.isDone());
                kills += killAll(settings);
            }
            all.get();
            assertThat(kills).as("connections dropped").isGreaterThan(5);
            atLast(() -> {
                database.seal();
                return 1;
            });
        }
        assertThat(acknowledged).hasSize(WRITERS * EACH);
        check(settings, acknowledged);
    }

    private static int killAll(RegisterSettings settings) throws Exception {
        List<Map<String, String>> connections = TestDatabase.rows(
                settings, "SELECT id FROM information_schema.processlist WHERE user = '" + settings.user() + "'");
        connections.forEach(connection -> kill(settings, connection.get("id")));
        return connections.size();
    }

    private static void kill(RegisterSettings settings, String connection) {
        try {
            TestDatabase.execute(settings, "KILL CONNECTION " + connection);
        } catch (java.sql.SQLException e) {
            // It ended a moment ago.
        }
    }

    /** As the gateway does it: again, with the same key, until the register answers. */
    private static int registerAtLast(RegisterDatabase database, String key) {
        return atLast(() -> register(database, key));
    }

    private static int atLast(Callable<Integer> work) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(RegisterUnavailableException.class)
                .until(work, number -> number > 0);
    }

    private static int register(RegisterDatabase database, String key) throws Exception {
        return database.books()
                .register(Book.INCOMING, DocumentFields.none(), Source.paper(CLOCK.instant()), Act.by("a@so.vn", key))
                .entry()
                .number()
                .number();
    }

    /** MariaDB shows its locks anew only to who has not looked for 0.1 s. */
    private static void patiently(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(condition);
    }

    /** Exactly these numbers, each once and none left out; and every row is as it was sealed. */
    private static void check(RegisterSettings settings, Map<String, Integer> acknowledged) throws Exception {
        List<String> rows =
                TestDatabase.rows(settings, "SELECT act_key, entry_number FROM book_entry WHERE entry_number > 0")
                        .stream()
                        .map(row -> row.get("act_key") + " " + row.get("entry_number"))
                        .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(acknowledged.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
        Stream<Integer> numbers = acknowledged.values().stream().sorted();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        Verification verification = AuditAccess.verify(settings, "", done -> {});
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.unsealed()).isZero();
    }
}
