package vn.vanthu.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Mails of a restored register that are held or on their way. */
final class WaitingMails {

    private static final String WAITING =
            """
            SELECT m.ma_thu, m.nguoi_gui_phong_bi, m.chu_de, r.nguoi_nhan, r.ket_qua, m.nhan_luc
            FROM nhat_ky_nguoi_nhan r JOIN nhat_ky_thu m ON m.ma_thu = r.ma_thu
            WHERE r.ket_qua IN ('pending', 'held') ORDER BY m.nhan_luc, r.nguoi_nhan
            """;

    /** The views tell local times. */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    /** A mail gets its time when it is there, and its place in the queue after it was looked at. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(2);

    private WaitingMails() {}

    /** @param told sender, subject and recipients, for people */
    record Mail(MailId id, String told) {}

    private record Row(String id, String head, String recipient, boolean pending, Instant receivedAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2) + ", \"" + row.getString(3) + "\"",
                    row.getString(4),
                    row.getString(5).equals("pending"),
                    row.getObject(6, LocalDateTime.class).toInstant(OFFSET));
        }
    }

    /** Those for the outside: any of them may have left since. */
    static List<Mail> forOutside(GatewayConfiguration configuration) throws ConfigurationException, SQLException {
        Organization ours = configuration.organization().get();
        return read(configuration, row -> !ours.isInside(row.recipient()));
    }

    /** Those on their way that came in after the copy was begun: the queue's copy may be without them. */
    static List<Mail> after(Instant madeAt, GatewayConfiguration configuration)
            throws ConfigurationException, SQLException {
        return read(configuration, row -> row.pending() && !row.receivedAt().isBefore(madeAt.minus(LOOKED_AT)));
    }

    private static List<Mail> read(GatewayConfiguration configuration, Predicate<Row> wanted)
            throws ConfigurationException, SQLException {
        Map<String, String> heads = new LinkedHashMap<>();
        Map<String, List<String>> recipients = new LinkedHashMap<>();
        try (Connection connection = AuditAccess.connect(configuration.register());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            while (rows.next()) {
                Row row = Row.of(rows);
                if (wanted.test(row)) {
                    heads.put(row.id(), row.head());
                    recipients
                            .computeIfAbsent(row.id(), id -> new ArrayList<>())
                            .add(row.recipient());
                }
            }
        }
        return heads.entrySet().stream()
                .map(head -> new Mail(
                        new MailId(head.getKey()),
                        head.getValue() + " -> "
                                + String.join(", ", recipients.getOrDefault(head.getKey(), List.of()))))
                .toList();
    }
}
