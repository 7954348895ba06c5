package vn.vanthu.benchmark.register;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The embedded register of a gateway that has had many mails before its first start. Each row has its leaf in a seal, as
 * after some minutes of running, but no hash is true: only for the gateway's speed, not for {@code audit verify}.
 */
public final class FilledRegister {

    private static final int LEAVES_A_SEAL = 5000;
    private static final byte[] HASH = new byte[32];

    /** The tables that {@link Filling} fills, and their codes in leaves. */
    private static final Map<String, Integer> TABLES = Map.ofEntries(
            Map.entry("mail", 2),
            Map.entry("mail_recipient", 3),
            Map.entry("mail_event", 4),
            Map.entry("mail_decision", 5),
            Map.entry("book_entry", 6),
            Map.entry("held_mail", 8),
            Map.entry("hold_event", 9),
            Map.entry("question", 10),
            Map.entry("question_event", 11),
            Map.entry("mail_release", 12));

    private FilledRegister() {}

    /** Makes one in a gateway's data folder, before the gateway starts there. */
    public static void make(Path dataFolder, int mails) {
        try (TestedDatabase register = TestedDatabase.create(TestedDatabase.Kind.H2, dataFolder)) {
            register.open().close();
            try (Connection admin = register.asAdmin()) {
                new Filling(admin, mails).run();
                seal(admin);
                admin.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the register could not be filled", e);
        }
    }

    private static void seal(Connection admin) throws SQLException {
        long rows = 0;
        for (Map.Entry<String, Integer> table : TABLES.entrySet()) {
            rows += addLeaves(admin, table.getKey(), table.getValue());
            admin.commit();
        }
        try (PreparedStatement seals =
                admin.prepareStatement("INSERT INTO seal (seal_number, at, leaves, merkle_root, previous, head)"
                        + " SELECT x, LOCALTIMESTAMP, " + LEAVES_A_SEAL + ", ?, ?, ? FROM SYSTEM_RANGE(1, ?)")) {
            seals.setBytes(1, HASH);
            seals.setBytes(2, HASH);
            seals.setBytes(3, HASH);
            seals.setLong(4, 1 + rows / LEAVES_A_SEAL);
            seals.executeUpdate();
        }
        goOnAfter(admin, rows);
    }

    private static int addLeaves(Connection admin, String table, int code) throws SQLException {
        try (PreparedStatement leaves = admin.prepareStatement(
                "INSERT INTO seal_leaf (row_id, seal_number, position, table_code, leaf) SELECT id, 1 + id / "
                        + LEAVES_A_SEAL + ", MOD(id, " + LEAVES_A_SEAL + "), " + code + ", ? FROM " + table)) {
            leaves.setBytes(1, HASH);
            return leaves.executeUpdate();
        }
    }

    /** New rows get ids above those of the filled ones, which the sealer need not look at. */
    private static void goOnAfter(Connection admin, long rows) throws SQLException {
        try (Statement sql = admin.createStatement();
                ResultSet highest = sql.executeQuery("SELECT MAX(row_id) FROM seal_leaf")) {
            highest.next();
            if (highest.getLong(1) != rows) {
                throw new SQLException("the rows do not have the ids 1 to " + rows);
            }
        }
        try (Statement sql = admin.createStatement()) {
            sql.execute("UPDATE sealer SET low_id = " + (rows + 1));
            sql.execute("ALTER SEQUENCE row_id RESTART WITH " + (rows + 1));
        }
    }
}
