package vn.vanthu.register.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.vanthu.register.testing.MariaDbServer;

@SuppressWarnings("NullAway")
class MariaDbQuarantineTest extends QuarantineContract {

    static MariaDbServer server;

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
            settings = server.newDatabase(folder);
        }
        return settings;
    }
}
