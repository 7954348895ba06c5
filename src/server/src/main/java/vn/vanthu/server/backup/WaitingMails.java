package vn.vanthu.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Mails for the outside that a restored register has as held or on their way: any of them may have left since. */
final class WaitingMails {

    private static final String WAITING =
            """
            SELECT m.ma_thu, m.nguoi_gui_phong_bi, m.chu_de, r.nguoi_nhan
            FROM nhat_ky_nguoi_nhan r JOIN nhat_ky_thu m ON m.ma_thu = r.ma_thu
            WHERE r.ket_qua IN ('pending', 'held') ORDER BY m.nhan_luc, r.nguoi_nhan
            """;

    private WaitingMails() {}

    /** @param told sender, subject and recipients, for people */
    record Mail(MailId id, String told) {}

    static List<Mail> in(GatewayConfiguration configuration) throws ConfigurationException, SQLException {
        Organization ours = configuration.organization().get();
        Map<String, String> heads = new LinkedHashMap<>();
        Map<String, List<String>> recipients = new LinkedHashMap<>();
        try (Connection connection = RegisterDatabase.connectForAudit(configuration.register());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            while (rows.next()) {
                String recipient = rows.getString(4);
                if (!ours.isInside(recipient)) {
                    heads.put(rows.getString(1), rows.getString(2) + ", \"" + rows.getString(3) + "\"");
                    recipients
                            .computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                            .add(recipient);
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
