package vn.vanthu.acceptance.harness;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.audit.MailFilter;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterSettings;

/** The register through the auditors' views, while the gateway runs. */
public final class RegisterReader {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RegisterSettings settings;

    RegisterReader(RegisterSettings settings) {
        this.settings = settings;
    }

    /** One row; the columns have the views' names. */
    public record Row(Map<String, String> columns) {

        public String get(String column) {
            String value = columns.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
            }
            return value;
        }

        public String id() {
            return get("ma_thu");
        }
    }

    /** The row of the mail with this envelope sender, as soon as every recipient's outcome is final. */
    public Row settledFrom(String envelopeSender) {
        return settled("nguoi_gui_phong_bi", envelopeSender);
    }

    /** The row of the mail with this subject, as soon as every recipient's outcome is final. */
    public Row settledAbout(String subject) {
        return settled("chu_de", subject);
    }

    private Row settled(String column, String value) {
        return await().atMost(PATIENCE)
                .until(() -> mails(column, value), rows -> rows.size() == 1 && isSettled(rows.get(0)))
                .get(0);
    }

    private boolean isSettled(Row mail) {
        return !mail.get("ket_qua").equals("pending")
                && outcomes(mail.id()).stream()
                        .noneMatch(recipient -> recipient.get("ket_qua").equals("pending"));
    }

    /** The row of the mail with this subject, whatever became of it so far. */
    public Row about(String subject) {
        return await().atMost(PATIENCE)
                .until(() -> mails("chu_de", subject), rows -> rows.size() == 1)
                .get(0);
    }

    /** Every row whose column has this value. */
    public List<Row> mails(String column, String value) {
        return query("SELECT * FROM nhat_ky_thu WHERE " + column + " = ?", value);
    }

    /** What became of a mail for each recipient. */
    public List<Row> outcomes(String id) {
        return query("SELECT * FROM nhat_ky_nguoi_nhan WHERE ma_thu = ? ORDER BY nguoi_nhan", id);
    }

    /** The mails from one sender as {@code ./vanthu audit mail} reads them, one JSON object a line. */
    public String auditMailFrom(String sender) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            audit.mail(MailFilter.newest(10).from(sender), Format.JSON.writer(out));
            return out.toString(StandardCharsets.UTF_8);
        } catch (ConfigurationException | RegisterUnavailableException | IOException e) {
            throw new IllegalStateException("the register cannot be read", e);
        }
    }

    /** Mails without an end yet, notices too. */
    public List<Row> pending() {
        return query("SELECT * FROM nhat_ky_thu WHERE ket_qua = 'pending'");
    }

    /** {@code address=outcome}, sorted by address. */
    public String outcomesInWords(String id) {
        return outcomes(id).stream()
                .map(row -> row.get("nguoi_nhan") + "=" + row.get("ket_qua"))
                .collect(Collectors.joining(" "));
    }

    public List<Row> query(String sql, String... values) {
        try (Connection connection = AuditAccess.connect(settings);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        } catch (SQLException | ConfigurationException e) {
            throw new IllegalStateException("the register cannot be read", e);
        }
    }

    private static List<Row> rows(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.put(
                        result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
                        String.valueOf(result.getString(i)));
            }
            rows.add(new Row(columns));
        }
        return rows;
    }
}
