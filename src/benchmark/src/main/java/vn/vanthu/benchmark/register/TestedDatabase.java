package vn.vanthu.benchmark.register;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** An empty register of its own, on one kind of database. */
final class TestedDatabase implements AutoCloseable {

    enum Kind {
        H2,
        MARIADB
    }

    private final RegisterSettings settings;
    private final @Nullable MariaDbServer server;

    private TestedDatabase(RegisterSettings settings, @Nullable MariaDbServer server) {
        this.settings = settings;
        this.server = server;
    }

    static TestedDatabase create(Kind kind, Path folder) throws Exception {
        if (kind == Kind.H2) {
            return new TestedDatabase(RegisterSettings.embedded(folder), null);
        }
        MariaDbServer server = MariaDbServer.startOwn("--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M");
        return new TestedDatabase(server.newDatabase(folder), server);
    }

    RegisterSettings settings() {
        return settings;
    }

    RegisterDatabase open() throws ConfigurationException {
        return RegisterDatabase.open(settings, Clock.systemUTC());
    }

    /** A connection that may do anything; for the embedded one while it is not open elsewhere. */
    Connection asAdmin() throws SQLException, IOException {
        if (!settings.isEmbedded()) {
            return DriverManager.getConnection(
                    settings.url() + "?useBulkStmts=true", settings.adminUser(), settings.adminPassword());
        }
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(settings.dataFolder().resolve("register.password"))) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:h2:file:" + file("register/register") + ";TIME ZONE=UTC;CACHE_SIZE=500000",
                "VANTHU_ADMIN",
                passwords.getProperty("VANTHU_ADMIN"));
    }

    /** Bytes on the disk, indexes included; of the embedded one after its stop. */
    long bytes() throws SQLException, IOException {
        if (settings.isEmbedded()) {
            return Files.size(file("register/register.mv.db"));
        }
        try (Connection admin = asAdmin();
                Statement sql = admin.createStatement();
                ResultSet size = sql.executeQuery("SELECT SUM(file_size) FROM information_schema.innodb_sys_tablespaces"
                        + " WHERE name LIKE CONCAT(DATABASE(), '/%')")) {
            size.next();
            return size.getLong(1);
        }
    }

    private Path file(String name) {
        return settings.dataFolder().resolve(name).toAbsolutePath();
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.close();
        }
    }
}
