package vn.vanthu.register.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What tests do to a register behind the program's back: everything the database's administrator can. */
final class TestDatabase {

    private TestDatabase() {}

    static Connection asAdmin(RegisterSettings settings) throws SQLException {
        if (!settings.isEmbedded()) {
            return Endpoint.connect(settings.url(), settings.adminUser(), settings.adminPassword());
        }
        try {
            Path data = settings.dataFolder();
            Properties address = SecretFile.read(data.resolve("register.address"));
            Properties passwords = SecretFile.read(data.resolve("register.password"));
            String password = passwords.getProperty(EmbeddedH2.ADMIN);
            try {
                return Endpoint.connect(address.getProperty("url"), EmbeddedH2.ADMIN, password);
            } catch (SQLException noGateway) {
                String file =
                        "jdbc:h2:file:" + data.resolve("register/register").toAbsolutePath();
                return Endpoint.connect(file, EmbeddedH2.ADMIN, password);
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    static List<Map<String, String>> rows(RegisterSettings settings, String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection connection = asAdmin(settings);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(
                            result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
                            String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    static int execute(RegisterSettings settings, String sql) throws SQLException {
        try (Connection connection = asAdmin(settings);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
