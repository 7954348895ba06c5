package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.vanthu.config.ConfigurationException;

/** Copies every sealed row with its seals, as of one moment, into an embedded register that is new. */
final class RegisterCopy {

    private static final int BATCH = 500;

    private final Connection from;
    private final Connection to;

    RegisterCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    void run(Vendor source) throws SQLException {
        if (source == Vendor.H2) {
            try (Statement statement = from.createStatement()) {
                statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            }
        } else {
            from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        from.setAutoCommit(false);
        to.setAutoCommit(false);
        for (String table : Stream.concat(Grants.LOG_TABLES.stream(), Stream.of("book_counter", "sealer"))
                .toList()) {
            copy(table);
        }
        to.commit();
        from.rollback();
    }

    private void copy(String table) throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns);
        String places = String.join(", ", columns.stream().map(any -> "?").toList());
        try (Statement clear = to.createStatement()) {
            clear.execute("DELETE FROM " + table);
        }
        try (Statement read = from.createStatement();
                PreparedStatement write =
                        to.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
            read.setFetchSize(BATCH);
            try (ResultSet rows = read.executeQuery("SELECT " + names + " FROM " + table)) {
                int waiting = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        write.setObject(i, value(rows, i));
                    }
                    write.addBatch();
                    if (++waiting % BATCH == 0) {
                        write.executeBatch();
                    }
                }
                write.executeBatch();
            }
        }
    }

    /** Without those that the database makes from others. */
    private List<String> columns(String table) throws SQLException {
        DatabaseMetaData data = to.getMetaData();
        List<String> columns = new ArrayList<>();
        try (ResultSet found = data.getColumns(null, "PUBLIC", table.toUpperCase(Locale.ROOT), "%")) {
            while (found.next()) {
                if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static Object value(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.CLOB, Types.LONGVARCHAR -> rows.getString(column);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> rows.getBytes(column);
            default -> rows.getObject(column);
        };
    }

    /** Makes the new register in an empty data folder, and fills it. */
    static void make(Endpoint source, RegisterSettings target, java.time.Clock clock)
            throws ConfigurationException, SQLException {
        RegisterDatabase.open(target, clock).close();
        EmbeddedH2 embedded = EmbeddedH2.claim(target.dataFolder());
        try (Connection from = source.connectAsGateway();
                Connection to = embedded.endpoint().connectAsAdmin()) {
            new RegisterCopy(from, to).run(source.vendor());
        } finally {
            embedded.close();
        }
    }
}
