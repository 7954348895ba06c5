package vn.vanthu.register.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.testing.MariaDbServer;

@SuppressWarnings("NullAway")
class MariaDbRegisterTest extends RegisterContract {

    static MariaDbServer server;

    @TempDir
    Path data = Path.of("");

    private RegisterSettings settings;

    @BeforeAll
    static void start() throws Exception {
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    RegisterSettings settings() throws SQLException {
        if (settings == null) {
            settings = server.newDatabase(data);
        }
        return settings;
    }

    @Override
    Connection asAdmin() throws SQLException {
        return Endpoint.connect(settings.url(), settings.adminUser(), settings.adminPassword());
    }
}
