package vn.vanthu.register.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.testing.MariaDbServer;

@SuppressWarnings("NullAway")
class MariaDbBooksTest extends BooksContract {

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
    RegisterSettings settings() throws Exception {
        return server.newDatabase(data);
    }
}
