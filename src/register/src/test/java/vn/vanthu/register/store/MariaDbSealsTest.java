package vn.vanthu.register.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.testing.MariaDbServer;

@SuppressWarnings("NullAway")
class MariaDbSealsTest extends ForgeriesContract {

    static MariaDbServer server;

    @TempDir
    Path data = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    RegisterSettings newSettings() throws Exception {
        return server.newDatabase(data);
    }

    @Override
    String settledMayBeNull() {
        return "ALTER TABLE mail_event MODIFY settled BOOLEAN NULL";
    }

    @Override
    String impossibleTime() {
        return "'0000-00-00 00:00:00'";
    }

    @Override
    String withoutChecks() {
        return "SET STATEMENT sql_mode = '' FOR ";
    }
}
