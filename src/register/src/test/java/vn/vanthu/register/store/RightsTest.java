package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.testing.MariaDbServer;

/** Who may do what, tried. */
class RightsTest {

    private static final List<String> LOG_TABLES = Grants.LOG_TABLES;

    @TempDir
    Path data = Path.of("");

    @Test
    void onH2TheGatewayOnlyAddsAndAuditorsOnlyReadViews() throws Exception {
        try (RegisterDatabase database = RegisterDatabase.open(RegisterSettings.embedded(data), Clock.systemUTC())) {
            database.register().checkWritable();
            Properties address = SecretFile.read(data.resolve("register.address"));
            Properties passwords = SecretFile.read(data.resolve("register.password"));
            String url = address.getProperty("url");
            assertThat(url).startsWith("jdbc:h2:tcp://127.0.0.1:");
            try (Connection gateway =
                    Endpoint.connect(url, EmbeddedH2.GATEWAY, passwords.getProperty(EmbeddedH2.GATEWAY))) {
                onlyAdds(gateway);
            }
            try (Connection auditor =
                    Endpoint.connect(url, address.getProperty("user"), address.getProperty("password"))) {
                onlyReadsViews(auditor);
                refuses(auditor, "SELECT * FROM CSVREAD('/etc/passwd')");
                refuses(auditor, "CREATE ALIAS x FOR \"java.lang.System.exit\"");
            }
            String mem = url.replaceFirst("/register-.*$", "/mem:x");
            assertThatThrownBy(() -> Endpoint.connect(mem, "sa", "")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void onH2TheAccountsAreSecret() throws Exception {
        RegisterDatabase.open(RegisterSettings.embedded(data), Clock.systemUTC())
                .close();
        for (String file : List.of("register.address", "register.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(data.resolve("register.address")))
                .doesNotContain(
                        SecretFile.read(data.resolve("register.password")).getProperty(EmbeddedH2.GATEWAY));
    }

    @Test
    void onMariaDbTheGatewayOnlyAddsAndTheAuditorRoleOnlyReadsViews() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            RegisterSettings settings = server.newDatabase(data);
            RegisterDatabase.open(settings, Clock.systemUTC()).close();
            try (Connection gateway = Endpoint.connect(settings.url(), settings.user(), settings.password())) {
                onlyAdds(gateway);
                refuses(gateway, "CREATE TABLE x (y INT)");
            }
            try (Connection admin = Endpoint.connect(settings.url(), settings.adminUser(), settings.adminPassword());
                    var statement = admin.createStatement()) {
                statement.execute("CREATE OR REPLACE USER kiem_tra@'%' IDENTIFIED BY 'x'");
                statement.execute("GRANT vanthu_auditor TO kiem_tra@'%'");
                statement.execute("SET DEFAULT ROLE vanthu_auditor FOR kiem_tra@'%'");
            }
            try (Connection auditor = Endpoint.connect(settings.url(), "kiem_tra", "x")) {
                onlyReadsViews(auditor);
            }
        }
    }

    private static void onlyAdds(Connection gateway) throws SQLException {
        for (String table : LOG_TABLES) {
            try (var statement = gateway.createStatement()) {
                statement.executeQuery("SELECT * FROM " + table).close();
            }
            refuses(gateway, "DELETE FROM " + table);
            refuses(gateway, "UPDATE " + table + " SET id = id + 1");
            refuses(gateway, "TRUNCATE TABLE " + table);
            refuses(gateway, "DROP TABLE " + table);
        }
    }

    private static void onlyReadsViews(Connection auditor) throws SQLException {
        for (String view : Grants.VIEWS) {
            assertThatCode(() -> {
                        try (var statement = auditor.createStatement()) {
                            statement.executeQuery("SELECT * FROM " + view).close();
                        }
                    })
                    .as(view)
                    .doesNotThrowAnyException();
        }
        for (String table : LOG_TABLES) {
            refuses(auditor, "SELECT * FROM " + table);
            refuses(auditor, "DELETE FROM " + table);
        }
        refuses(auditor, "SELECT * FROM flyway_schema_history");
        refuses(auditor, "UPDATE pulse SET at = at");
        refuses(auditor, "CREATE TABLE x (y INT)");
    }

    private static void refuses(Connection connection, String sql) {
        assertThatThrownBy(() -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageNotContainingAny("Syntax error", "You have an error");
    }
}
