package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import vn.vanthu.config.ConfigurationException;

/** Whether a register on MariaDB was restored and is not confirmed: its newest numbers may have been given before. */
final class RestoreMark {

    /** No right on this database, or no such database: then nobody numbers from it either, and the schema's check tells. */
    private static final Set<Integer> NO_DATABASE = Set.of(1044, 1049);

    private RestoreMark() {}

    static void refuse(Endpoint endpoint) throws ConfigurationException {
        try (Connection connection = endpoint.hasAdmin() ? endpoint.connectAsAdmin() : endpoint.connectAsGateway()) {
            if (isIn(connection)) {
                throw Problems.database(
                        "vanthu.db.url",
                        endpoint + ": sổ vừa khôi phục, chưa xác nhận / a restored register that is not confirmed",
                        "first './vanthu restore --confirm' with the data folder that was restored with it");
            }
        } catch (SQLException e) {
            if (!NO_DATABASE.contains(e.getErrorCode())) {
                throw Problems.database(
                        "vanthu.db.url",
                        endpoint + ": " + e.getMessage(),
                        "a MariaDB 10.6 or newer that runs, with this database and account");
            }
        }
    }

    static boolean isIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE"
                        + " table_schema = DATABASE() AND table_name = '" + RegisterDatabase.RESTORE_MARK + "'")) {
            return found.next();
        }
    }
}
