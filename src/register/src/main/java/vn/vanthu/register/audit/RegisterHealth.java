package vn.vanthu.register.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.store.SealedTables;

/**
 * What of the register needs somebody now.
 *
 * @param unsealed rows without a seal; those of the last ten seconds are always there
 * @param sealedAt when the newest seal was made; null for none
 * @param undelivered mails of the last week that have a recipient without an outcome
 * @param undeliveredSince when the oldest of them was accepted; null for none
 * @param overdue documents that wait for the clerk longer than they may
 * @param approvals mails that wait for their approver
 * @param questions mails about which somebody was asked anything else
 * @param years those of the books that were begun
 * @param exported those that were exported
 */
public record RegisterHealth(
        long unsealed,
        @Nullable Instant sealedAt,
        long undelivered,
        @Nullable Instant undeliveredSince,
        long overdue,
        Asked approvals,
        Asked questions,
        SortedSet<Integer> years,
        SortedSet<Integer> exported) {

    /**
     * Mails about which somebody was asked and has not answered.
     *
     * @param late those whose reminder was due
     */
    public record Asked(long open, long late) {}

    private static final String UNSEALED = SealedTables.names().stream()
            .map(table -> "SELECT COUNT(*) AS n FROM " + table + " r WHERE r.id >= (SELECT low_id FROM sealer)"
                    + " AND NOT EXISTS (SELECT 1 FROM seal_leaf l WHERE l.row_id = r.id)")
            .collect(Collectors.joining(" UNION ALL ", "SELECT SUM(n) FROM (", ") AS t"));

    private static final String UNDELIVERED =
            """
            SELECT COUNT(DISTINCT m.mail_id), MIN(m.received_at)
            FROM mail m JOIN mail_recipient r ON r.mail_id = m.mail_id
            WHERE m.received_local >= ? AND m.received_local < ? AND NOT EXISTS (
                SELECT 1 FROM mail_event e WHERE e.mail_id = r.mail_id AND e.recipient = r.recipient
                AND (e.settled OR e.step = 'expanded' OR e.outcome IN ('held', 'quarantined')))
            """;

    private static final String OVERDUE =
            "SELECT COUNT(*) FROM van_ban_cho_dang_ky WHERE trang_thai = 'waiting' AND han < ?";

    private static final String ASKED =
            """
            SELECT COUNT(DISTINCT q.mail_id), COUNT(DISTINCT CASE WHEN q.remind_at < ? THEN q.mail_id END)
            FROM question q WHERE q.topic %s 'approval' AND q.expires_at > ? AND NOT EXISTS (
                SELECT 1 FROM question_event e WHERE e.mail_id = q.mail_id AND e.topic = q.topic
                AND e.name = q.name AND e.step = 'closed')
            """;

    private static final String YEARS = "SELECT DISTINCT book_year FROM book_counter WHERE last_number > 0";

    private static final String EXPORTED = "SELECT DISTINCT target FROM admin_act WHERE action = 'year-exported'";

    static RegisterHealth read(Connection connection, Instant now) throws SQLException {
        LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        LocalDateTime local = utc.plusHours(7);
        List<@Nullable Object> undelivered = first(connection, UNDELIVERED, local.minusDays(30), local.minusMinutes(1));
        return new RegisterHealth(
                number(first(connection, UNSEALED)),
                instant(first(connection, "SELECT MAX(at) FROM seal").get(0)),
                number(undelivered),
                instant(undelivered.get(1)),
                number(first(connection, OVERDUE, local)),
                asked(connection, "=", utc),
                asked(connection, "<>", utc),
                years(connection, YEARS),
                years(connection, EXPORTED));
    }

    private static Asked asked(Connection connection, String which, LocalDateTime utc) throws SQLException {
        List<@Nullable Object> row = first(connection, ASKED.formatted(which), utc, utc.minusDays(30));
        return new Asked(number(row.subList(0, 1)), number(row.subList(1, 2)));
    }

    private static SortedSet<Integer> years(Connection connection, String sql) throws SQLException {
        SortedSet<Integer> years = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                years.add(Integer.valueOf(rows.getString(1)));
            }
        }
        return years;
    }

    private static List<@Nullable Object> first(Connection connection, String sql, LocalDateTime... times)
            throws SQLException {
        try (PreparedStatement statement = Rows.prepare(connection, sql, Arrays.asList(times));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return Rows.values(rows);
        }
    }

    private static long number(List<@Nullable Object> row) {
        return Stream.of(row.get(0))
                .filter(Number.class::isInstance)
                .mapToLong(value -> ((Number) value).longValue())
                .sum();
    }

    private static @Nullable Instant instant(@Nullable Object time) {
        return time instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : null;
    }
}
