package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may do what: table by table for the gateway, views only for auditors. Run by the admin account at each start. */
final class Grants {

    /** Tables that the gateway may read and add rows to. */
    static final List<String> LOG_TABLES = Stream.concat(
                    Arrays.stream(LogTable.values()).map(LogTable::table), Stream.of("seal", "seal_leaf"))
            .toList();

    private static final List<String> UPDATED_TABLES = List.of("pulse", "book_counter", "sealer");
    static final List<String> VIEWS = List.of(
            "tra_cuu_thu",
            "nhat_ky_thu",
            "nhat_ky_nguoi_nhan",
            "nhat_ky_quyet_dinh",
            "nhat_ky_su_kien",
            "so_dang_ky_tat_ca",
            "so_cuoi_cung",
            "so_van_ban_den",
            "so_van_ban_di",
            "lich_su_so",
            "van_ban_cho_dang_ky",
            "nhat_ky_phe_duyet",
            "van_ban_hoa_toc",
            "thu_rac",
            "luu_tru_van_ban",
            "nhat_ky_quan_tri",
            "nhat_ky_tra_cuu");

    private Grants() {}

    static void apply(Endpoint endpoint) throws SQLException {
        List<String> statements =
                switch (endpoint.vendor()) {
                    case H2 -> h2();
                    case MARIADB -> mariaDb(MariaDb.gatewayAccount(endpoint));
                };
        try (Connection admin = endpoint.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            for (String grant : statements) {
                statement.execute(grant);
            }
            if (endpoint.vendor() == Vendor.MARIADB && RestoreMark.isIn(admin)) {
                // A table that an account may not read does not exist for it.
                statement.execute(
                        "GRANT SELECT ON " + RegisterDatabase.RESTORE_MARK + " TO " + MariaDb.gatewayAccount(endpoint));
            }
        }
    }

    private static List<String> h2() {
        List<String> grants = tables(EmbeddedH2.GATEWAY);
        VIEWS.forEach(view -> grants.add("GRANT SELECT ON " + view + " TO " + EmbeddedH2.AUDITOR));
        return grants;
    }

    private static List<String> mariaDb(String gateway) {
        List<String> grants = tables(gateway);
        grants.add("GRANT SELECT, INSERT ON row_id TO " + gateway);
        grants.add("GRANT SELECT ON flyway_schema_history TO " + gateway);
        grants.add("CREATE ROLE IF NOT EXISTS vanthu_auditor");
        VIEWS.forEach(view -> grants.add("GRANT SELECT ON " + view + " TO vanthu_auditor"));
        return grants;
    }

    private static List<String> tables(String gateway) {
        List<String> grants = new ArrayList<>();
        LOG_TABLES.forEach(table -> grants.add("GRANT SELECT, INSERT ON " + table + " TO " + gateway));
        UPDATED_TABLES.forEach(table -> grants.add("GRANT SELECT, INSERT, UPDATE ON " + table + " TO " + gateway));
        VIEWS.forEach(view -> grants.add("GRANT SELECT ON " + view + " TO " + gateway));
        return grants;
    }
}
