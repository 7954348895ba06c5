package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.message.MailId;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Register;
import vn.vanthu.register.Register.Recording;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.testing.MariaDbServer;

/** A MariaDB that is down, frozen, newer or not migrated. */
class OutageTest {

    /** RFC 5321, 4.5.3.2: five minutes for MAIL, RCPT and DATA. */
    private static final Duration AN_SMTP_CLIENT_WAITS = Duration.ofMinutes(5);

    @TempDir
    Path data = Path.of("");

    private static MailRecord mail(int number) {
        return RegisterContract.mail(MailId.ofMailName("outage-" + number), "x", List.of("a@a.vn"));
    }

    @Test
    void aFrozenServerGivesAnAnswerInTimeAndNothingIsRestartedWhenItThaws() throws Exception {
        try (MariaDbServer server = MariaDbServer.startOwn();
                RegisterDatabase database = RegisterDatabase.open(server.newDatabase(data), Clock.systemUTC())) {
            Register register = database.register();
            register.record(mail(1));
            signal(server, "STOP");
            try {
                assertTimeoutPreemptively(AN_SMTP_CLIENT_WAITS, () -> assertThatThrownBy(() -> register.record(mail(2)))
                        .isInstanceOf(RegisterUnavailableException.class));
                assertTimeoutPreemptively(AN_SMTP_CLIENT_WAITS, () -> assertThatThrownBy(register::checkWritable)
                        .isInstanceOf(RegisterUnavailableException.class));
            } finally {
                signal(server, "CONT");
            }
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptionsInstanceOf(RegisterUnavailableException.class)
                    .until(() -> register.record(mail(2)) != null);
            assertThat(register.record(mail(1))).isEqualTo(Recording.REPLAYED);
            assertThat(register.record(mail(2))).isEqualTo(Recording.REPLAYED);
        }
    }

    @Test
    void aServerThatIsDownStopsTheStartWithAMessage() throws Exception {
        RegisterSettings settings;
        try (MariaDbServer server = MariaDbServer.startOwn()) {
            settings = server.newDatabase(data);
        }
        assertThatThrownBy(() -> RegisterDatabase.open(settings, Clock.systemUTC()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vanthu.db.url")
                .hasMessageContaining("MariaDB");
    }

    @Test
    void withoutAnAdminAccountAPendingMigrationStopsTheStartAndAFinishedOneDoesNot() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            RegisterSettings both = server.newDatabase(data);
            RegisterSettings daily = new RegisterSettings(both.url(), both.user(), both.password(), "", "", data);
            try (Connection admin = server.connect("");
                    var statement = admin.createStatement()) {
                statement.execute("CREATE USER " + both.user() + "@'%' IDENTIFIED BY '"
                        + both.password().replace("\\", "\\\\").replace("'", "''") + "'");
                statement.execute(
                        "GRANT SELECT ON " + both.url().replaceFirst(".*/", "") + ".* TO " + both.user() + "@'%'");
            }
            assertThatThrownBy(() -> RegisterDatabase.open(daily, Clock.systemUTC()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("vanthu.db.admin.user");
            RegisterDatabase.open(both, Clock.systemUTC()).close();
            RegisterDatabase.open(daily, Clock.systemUTC()).close();
        }
    }

    @Test
    void aDatabaseOfANewerVanThuStopsTheStart() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            RegisterSettings settings = server.newDatabase(data);
            RegisterDatabase.open(settings, Clock.systemUTC()).close();
            try (Connection admin = server.connect(settings.url().replaceFirst(".*/", ""));
                    var statement = admin.createStatement()) {
                statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                        + " script, installed_by, execution_time, success)"
                        + " VALUES (999, '999', 'x', 'SQL', 'V999__x.sql', 'x', 1, 1)");
            }
            assertThatThrownBy(() -> RegisterDatabase.open(settings, Clock.systemUTC()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("newer VanThu (version 999)");
        }
    }

    private static void signal(MariaDbServer server, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
