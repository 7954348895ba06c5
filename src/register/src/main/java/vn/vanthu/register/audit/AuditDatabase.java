package vn.vanthu.register.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/** The register as auditors see it: through the views, while the gateway runs or without it. For one thread. */
public final class AuditDatabase implements AutoCloseable {

    private static final String MAIL_COLUMNS =
            "ma_thu, nhan_luc, chieu, tai_khoan, dia_chi_ip, nguoi_gui_phong_bi, nguoi_gui, nguoi_nhan, chu_de,"
                    + " message_id, kich_thuoc, sha256, quyet_dinh, ly_do, dieu_khoan, ket_qua";

    private static final String TRAIL =
            """
            SELECT luc, viec, doi_tuong, ket_qua, chi_tiet FROM (
                SELECT nhan_luc AS luc, 'received' AS viec, nguoi_gui_phong_bi AS doi_tuong, chieu AS ket_qua,
                       chu_de AS chi_tiet, 0 AS thu_tu
                FROM nhat_ky_thu WHERE ma_thu = ?
                UNION ALL
                SELECT luc, 'decision', quy_tac, quyet_dinh, CONCAT(ly_do, ' ', dieu_khoan, ' ', chi_tiet), 1
                FROM nhat_ky_quyet_dinh WHERE ma_thu = ?
                UNION ALL
                SELECT luc, buoc, nguoi_nhan, ket_qua, CONCAT(may_chu, ' ', tra_loi), 2
                FROM nhat_ky_su_kien WHERE ma_thu = ?) AS t
            ORDER BY luc, thu_tu, doi_tuong
            """;

    private final Connection connection;

    private AuditDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Opens the register for reading; the exception says what to do when that fails. */
    public static AuditDatabase open(RegisterSettings settings) throws ConfigurationException {
        return new AuditDatabase(RegisterDatabase.connectForAudit(settings));
    }

    /** The mail log with all columns of {@code nhat_ky_thu}, newest first. */
    public void mail(MailFilter filter, ReportWriter to) throws IOException, RegisterUnavailableException {
        String where = filter.conditions().isEmpty()
                ? ""
                : filter.conditions().stream()
                        .map(MailFilter.Condition::sql)
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
        List<Object> values = new ArrayList<>();
        filter.conditions().forEach(condition -> values.addAll(condition.values()));
        values.add(filter.limit());
        query("SELECT " + MAIL_COLUMNS + " FROM tra_cuu_thu" + where + " ORDER BY nhan_luc DESC LIMIT ?", values, to);
    }

    /** Everything that happened to one mail, oldest first; columns {@code luc, viec, doi_tuong, ket_qua, chi_tiet}. */
    public void trail(MailId id, ReportWriter to) throws IOException, RegisterUnavailableException {
        query(TRAIL, List.of(id.value(), id.value(), id.value()), to);
    }

    private void query(String sql, List<?> values, ReportWriter to) throws IOException, RegisterUnavailableException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(500);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                write(rows, to);
            }
        } catch (SQLException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(ResultSet rows, ReportWriter to) throws SQLException, IOException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        to.begin(columns);
        while (rows.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                values.add(value(rows, i));
            }
            to.row(values);
        }
        to.end();
    }

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value instanceof Timestamp) {
            return rows.getObject(column, LocalDateTime.class);
        }
        if (value instanceof java.sql.Date) {
            return rows.getObject(column, LocalDate.class);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : rows.getString(column);
    }

    @Override
    public void close() throws RegisterUnavailableException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RegisterUnavailableException("the register does not close: " + e.getMessage(), e);
        }
    }
}
