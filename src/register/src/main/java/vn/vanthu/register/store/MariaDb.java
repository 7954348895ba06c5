package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import vn.vanthu.config.ConfigurationException;

/** A MariaDB server that somebody else runs. */
final class MariaDb {

    /** Short limits: a server that is down or frozen must give an answer while an SMTP client still waits. */
    private static final String LIMITS = "connectTimeout=2000&socketTimeout=3500"
            + "&sessionVariables=innodb_lock_wait_timeout=2&useBulkStmts=true&tcpKeepAlive=true";

    /** The second one is what the server says at times about an account that it does not know. */
    private static final Set<Integer> ACCESS_DENIED = Set.of(1045, 1698);

    private MariaDb() {}

    static Endpoint endpoint(RegisterSettings settings) throws ConfigurationException {
        String url = settings.url().trim();
        if (!url.startsWith("jdbc:mariadb:")) {
            throw Problems.database("vanthu.db.url", url, "jdbc:mariadb://HOST/DATABASE, or nothing (embedded)");
        }
        if (settings.user().isBlank()) {
            throw Problems.database("vanthu.db.user", "", "the gateway's account on " + url);
        }
        return new Endpoint(
                Vendor.MARIADB,
                url,
                (url.contains("?") ? "&" : "?") + LIMITS,
                settings.user(),
                settings.password(),
                settings.adminUser(),
                settings.adminPassword());
    }

    static Connection connectForAudit(RegisterSettings settings) throws SQLException {
        String separator = settings.url().contains("?") ? "&" : "?";
        Connection connection = Endpoint.connect(
                settings.url().trim() + separator + "connectTimeout=5000", settings.user(), settings.password());
        connection.setReadOnly(true);
        return connection;
    }

    /** Makes sure that the server answers; the admin account makes the gateway's account when there is none. */
    static void prepare(Endpoint endpoint) throws ConfigurationException {
        try (Connection gateway = connectWithoutDatabase(endpoint)) {
            gateway.isValid(1);
        } catch (SQLException e) {
            if (!endpoint.hasAdmin() || !ACCESS_DENIED.contains(e.getErrorCode())) {
                throw Problems.database(
                        "vanthu.db.url",
                        endpoint + ": " + e.getMessage(),
                        "a MariaDB 10.6 or newer that runs, with this database and account");
            }
            createGatewayAccount(endpoint);
        }
    }

    private static void createGatewayAccount(Endpoint endpoint) throws ConfigurationException {
        try (Connection admin = endpoint.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS " + literal(endpoint.user()) + "@'%' IDENTIFIED BY "
                    + literal(endpoint.password()));
        } catch (SQLException e) {
            throw Problems.database(
                    "vanthu.db.admin.user",
                    endpoint + ": " + e.getMessage(),
                    "an account that may create tables, users and roles on this server");
        }
    }

    /** The gateway's account as the server knows it, for a GRANT: its host part is the server's choice. */
    static String gatewayAccount(Endpoint endpoint) throws SQLException {
        try (Connection gateway = connectWithoutDatabase(endpoint);
                Statement statement = gateway.createStatement();
                ResultSet result = statement.executeQuery("SELECT CURRENT_USER()")) {
            result.next();
            String account = result.getString(1);
            int at = account.lastIndexOf('@');
            return literal(account.substring(0, at)) + "@" + literal(account.substring(at + 1));
        }
    }

    /** An account that was granted nothing yet may log in, but not use the database. */
    private static Connection connectWithoutDatabase(Endpoint endpoint) throws SQLException {
        String server = endpoint.url().replaceFirst("^(jdbc:mariadb:[^/]*//[^/?]+/)[^?]*", "$1");
        return Endpoint.connect(server, endpoint.user(), endpoint.password());
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
