package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.james.JamesDatabase;

/**
 * A MariaDB database that a restore fills. A table of its own marks it until the restore is confirmed: no gateway opens such
 * a register. While that table is empty the restore is not done: what a broken try left is known by it, and goes.
 */
final class MariaDbLoad {

    /** The end of a copy's name. */
    static final String FILE = ".sql";

    private static final String MARK = RegisterDatabase.RESTORE_MARK;

    private final String name;
    private final JamesDatabase database;

    MariaDbLoad(DatabaseCopy copy) {
        this.name = copy.name();
        this.database = copy.access();
    }

    /** The copy's name. */
    String file() {
        return name + FILE;
    }

    /** @throws BackupException when the database holds something, and not what a broken restore left */
    void begin() throws SQLException, BackupException {
        try (Connection connection = Databases.connect(database)) {
            Map<String, String> tables = tables(connection);
            if (tables.containsKey(MARK) && !isFilled(connection)) {
                empty(connection, tables);
            } else if (!tables.isEmpty()) {
                throw new BackupException(
                        database.url() + " đã có bảng / holds tables already; allowed: an empty" + " database");
            }
            execute(connection, "CREATE TABLE " + MARK + " (id INT PRIMARY KEY)");
        }
    }

    void fill(Path databases) throws IOException, BackupException {
        Databases.load(database, databases.resolve(file()));
    }

    /** The restore is done, and waits for its confirmation. */
    void filled() throws SQLException {
        try (Connection connection = Databases.connect(database)) {
            execute(connection, "INSERT INTO " + MARK + " VALUES (1)");
        }
    }

    private static boolean isFilled(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM " + MARK)) {
            return rows.next();
        }
    }

    /** The restore is confirmed; good to be called again. */
    void end() throws SQLException {
        try (Connection connection = Databases.connect(database)) {
            execute(connection, "DROP TABLE IF EXISTS " + MARK);
        }
    }

    /** The restore failed. */
    void undo() throws SQLException {
        try (Connection connection = Databases.connect(database)) {
            empty(connection, tables(connection));
        }
    }

    /** Name to kind. */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, table_type FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() ORDER BY table_name = '" + MARK + "'")) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
        }
        return tables;
    }

    /** The mark goes last. */
    private static void empty(Connection connection, Map<String, String> tables) throws SQLException {
        execute(connection, "SET FOREIGN_KEY_CHECKS = 0");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            String kind =
                    switch (table.getValue()) {
                        case "VIEW" -> "VIEW";
                        case "SEQUENCE" -> "SEQUENCE";
                        default -> "TABLE";
                    };
            execute(connection, "DROP " + kind + " `" + table.getKey() + "`");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
