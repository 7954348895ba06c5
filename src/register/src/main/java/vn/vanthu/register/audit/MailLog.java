package vn.vanthu.register.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The mail log, page by page: first the keys of the newest mails, by an index, then the view's rows of just these. So a
 * page costs the same however large the log is, and a long report needs little memory.
 */
final class MailLog {

    private static final List<String> COLUMNS = List.of(
            "ma_thu",
            "nhan_luc",
            "chieu",
            "tai_khoan",
            "dia_chi_ip",
            "nguoi_gui_phong_bi",
            "nguoi_gui",
            "nguoi_nhan",
            "chu_de",
            "message_id",
            "kich_thuoc",
            "sha256",
            "quyet_dinh",
            "ly_do",
            "dieu_khoan",
            "ket_qua");

    private static final int PAGE = 200;

    private record Key(String mailId, LocalDateTime receivedAt, long id) {}

    private static final Comparator<Key> NEWEST_FIRST =
            Comparator.comparing(Key::receivedAt).thenComparing(Key::id).reversed();

    private final Connection connection;
    private final MailFilter filter;
    private final ReportWriter to;
    private int left;

    MailLog(Connection connection, MailFilter filter, ReportWriter to) {
        this.connection = connection;
        this.filter = filter;
        this.to = to;
        this.left = filter.limit();
    }

    void write() throws SQLException, IOException {
        to.begin(COLUMNS);
        List<Key> page = keys(null);
        while (!page.isEmpty() && left > 0) {
            writeRows(page);
            page = left > 0 ? keys(page.get(page.size() - 1)) : List.of();
        }
        to.end();
    }

    private List<Key> keys(@Nullable Key after) throws SQLException {
        int most = filter.ofView().isEmpty() ? Math.min(PAGE, left) : PAGE;
        Set<Key> keys = new TreeSet<>(NEWEST_FIRST);
        for (MailFilter.Way way : filter.ways()) {
            keys.addAll(keys(way, after, most));
        }
        return keys.stream().limit(most).toList();
    }

    private List<Key> keys(MailFilter.Way way, @Nullable Key after, int most) throws SQLException {
        String time = way.along() + ".received_local";
        String id = way.along() + ".id";
        List<Condition> conditions = new ArrayList<>(way.values());
        conditions.addAll(filter.ofMail());
        if (after != null) {
            conditions.add(new Condition(time + " <= ?", after.receivedAt()));
            conditions.add(new Condition("(" + time + " < ? OR " + id + " < ?)", after.receivedAt(), after.id()));
        }
        List<Object> values = Condition.values(filter.lookups());
        values.addAll(Condition.values(conditions));
        values.add(most);
        String sql = "SELECT m.mail_id, " + time + ", " + id + " FROM " + way.tables() + joins()
                + Condition.where(conditions).replace(MailFilter.TIME, time)
                + " ORDER BY " + way.order() + time + " DESC, " + id + " DESC LIMIT ?";
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement statement = Rows.prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getObject(2, LocalDateTime.class), rows.getLong(3)));
            }
        }
        return keys;
    }

    private String joins() {
        StringBuilder joins = new StringBuilder();
        for (Condition lookup : filter.lookups()) {
            String name = "l" + joins.length();
            joins.append(" JOIN (").append(lookup.sql()).append(") ").append(name);
            joins.append(" ON ").append(name).append(".mail_id = m.mail_id");
        }
        return joins.toString();
    }

    private void writeRows(List<Key> page) throws SQLException, IOException {
        List<Condition> conditions = new ArrayList<>();
        String marks = String.join(", ", Collections.nCopies(page.size(), "?"));
        Object[] ids = page.stream().map(Key::mailId).toArray();
        conditions.add(new Condition("ma_thu IN (" + marks + ")", ids));
        conditions.addAll(filter.ofView());
        String sql = "SELECT " + String.join(", ", COLUMNS) + " FROM nhat_ky_thu" + Condition.where(conditions);
        List<List<@Nullable Object>> found = new ArrayList<>();
        try (PreparedStatement statement = Rows.prepare(connection, sql, Condition.values(conditions));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(Rows.values(rows));
            }
        }
        List<Object> order = Arrays.asList(ids);
        found.sort((a, b) -> Integer.compare(order.indexOf(a.get(0)), order.indexOf(b.get(0))));
        for (List<@Nullable Object> row : found.subList(0, Math.min(left, found.size()))) {
            to.row(row);
        }
        left -= Math.min(left, found.size());
    }
}
