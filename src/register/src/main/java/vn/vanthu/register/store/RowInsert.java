package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds one log row over a plain connection, for programs that start, write and end. */
final class RowInsert {

    private RowInsert() {}

    static void insert(Connection connection, LogRow row) throws SQLException {
        row.seal();
        row.id = nextId(connection);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", row.id);
        row.addTo(new CanonicalRow(row.table(), row.salt))
                .values()
                .forEach((field, value) -> columns.put(row.column(field), value));
        columns.put("salt", row.salt);
        columns.put("hash", row.hash);
        String sql = "INSERT INTO " + row.table() + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 0;
            for (Object value : columns.values()) {
                insert.setObject(++at, value);
            }
            insert.executeUpdate();
        }
    }

    private static long nextId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT NEXT VALUE FOR row_id")) {
            result.next();
            return result.getLong(1);
        }
    }
}
