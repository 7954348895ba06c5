package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.testing.MariaDbServer;

/** Nobody numbers from a register on MariaDB that was restored, whichever data folder he has, until it is confirmed. */
class RestoreMarkTest {

    @TempDir
    Path data = Path.of("");

    @Test
    void whileTheMarkIsThereOnlyTheRestoreOpensTheRegister() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            RegisterSettings settings = server.newDatabase(data);
            RegisterSettings daily =
                    new RegisterSettings(settings.url(), settings.user(), settings.password(), "", "", data);
            RegisterDatabase.open(settings, Clock.systemUTC()).close();
            execute(settings, "CREATE TABLE " + RegisterDatabase.RESTORE_MARK + " (id INT PRIMARY KEY)");
            RegisterDatabase.openRestored(settings, Clock.systemUTC()).close();
            refused(() -> RegisterDatabase.open(settings, Clock.systemUTC()).close());
            refused(() -> RegisterDatabase.open(daily, Clock.systemUTC()).close());
            refused(() -> RegisterDatabase.join(settings, Clock.systemUTC()).close());
            execute(settings, "DROP TABLE " + RegisterDatabase.RESTORE_MARK);
            RegisterDatabase.open(daily, Clock.systemUTC()).close();
            RegisterDatabase.join(settings, Clock.systemUTC()).close();
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a restored register that is not confirmed")
                .hasMessageContaining("restore --confirm");
    }

    private static void execute(RegisterSettings settings, String sql) throws Exception {
        try (Connection admin = TestDatabase.asAdmin(settings);
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
