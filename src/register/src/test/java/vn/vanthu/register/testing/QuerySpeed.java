package vn.vanthu.register.testing;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import vn.vanthu.register.Direction;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.audit.MailFilter;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/**
 * Measures auditors' queries on a register of many mails. Arguments: {@code h2} or {@code mariadb}, number of mails. The
 * rows are made in SQL, so they carry no seals.
 */
public final class QuerySpeed {

    private static final int REPEATS = 20;

    private QuerySpeed() {}

    private interface Query {
        void run(AuditDatabase audit, MailFilter newest) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("vanthu-speed");
        boolean mariaDb = "mariadb".equals(args[0]);
        int mails = Integer.parseInt(args[1]);
        try (MariaDbServer server = mariaDb ? MariaDbServer.start() : null) {
            RegisterSettings settings = server == null ? RegisterSettings.embedded(data) : server.newDatabase(data);
            try (RegisterDatabase database = RegisterDatabase.open(settings, Clock.systemUTC())) {
                database.register().checkWritable();
            }
            try (Connection admin = admin(settings)) {
                fill(admin, mariaDb, mails);
            }
            measure(settings, mails);
        }
    }

    private static Connection admin(RegisterSettings settings) throws Exception {
        if (!settings.url().isEmpty()) {
            return DriverManager.getConnection(settings.url(), settings.adminUser(), settings.adminPassword());
        }
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(settings.dataFolder().resolve("register.password"))) {
            passwords.load(reader);
        }
        String file = "jdbc:h2:file:" + settings.dataFolder().resolve("register/register");
        return DriverManager.getConnection(file, "VANTHU_ADMIN", passwords.getProperty("VANTHU_ADMIN"));
    }

    private static void fill(Connection admin, boolean mariaDb, int mails) throws Exception {
        long start = System.nanoTime();
        String numbers = mariaDb
                ? "(SELECT seq AS n FROM seq_1_to_" + mails + ") AS s"
                : "(SELECT X AS n FROM SYSTEM_RANGE(1, " + mails + ")) AS s";
        String id = mariaDb ? "UPPER(LEFT(MD5(n), 19))" : "UPPER(LEFT(RAWTOHEX(HASH('MD5', CAST(n AS VARCHAR))), 19))";
        String at = mariaDb
                ? "TIMESTAMP '2020-01-01 00:00:00' + INTERVAL (n * 60) SECOND"
                : "DATEADD(SECOND, n * 60, TIMESTAMP '2020-01-01 00:00:00')";
        String sealed = "X'" + "00".repeat(16) + "', X'" + "00".repeat(32) + "'";
        try (Statement sql = admin.createStatement()) {
            sql.execute("INSERT INTO mail (id, mail_id, received_at, direction, login, client_address, envelope_sender,"
                    + " sender, sender_address, recipients, subject, message_id, size, sha256, search_text, salt, hash)"
                    + " SELECT n * 4, " + id + ", " + at + ", 'den', '', '192.0.2.1', CONCAT('nguoi', MOD(n, 5000),"
                    + " '@x.vn'), 'Một người', CONCAT('nguoi', MOD(n, 5000), '@x.vn'), 'vp@so.vn', CONCAT('Báo cáo số ',"
                    + " n), '<1@x>', 4096, '', CONCAT('bao cao so ', n), " + sealed + " FROM " + numbers);
            sql.execute("INSERT INTO mail_recipient (id, mail_id, recipient, origin, salt, hash) SELECT n * 4 + 1, "
                    + id + ", CONCAT('canbo', MOD(n, 200), '@so.vn'), '', " + sealed + " FROM " + numbers);
            sql.execute("INSERT INTO mail_event (id, mail_id, recipient, step, at, outcome, settled, host, reply, salt,"
                    + " hash) SELECT n * 4 + 2, " + id + ", CONCAT('canbo', MOD(n, 200), '@so.vn'), 'x', " + at
                    + ", CASE WHEN MOD(n, 1000) = 0 THEN 'bounced' ELSE 'delivered' END, TRUE, '', '', " + sealed
                    + " FROM " + numbers);
            sql.execute(
                    "INSERT INTO mail_decision (id, mail_id, at, rule, rule_version, verdict, reason, clause, detail,"
                            + " salt, hash) SELECT n * 4 + 3, " + id + ", " + at
                            + ", 'Rule', 'v', CASE WHEN MOD(n, 1000) = 0"
                            + " THEN 'hold' ELSE 'deliver' END, 'r', 'Điều 7', '', " + sealed + " FROM " + numbers);
            sql.execute(mariaDb ? "ANALYZE TABLE mail, mail_recipient, mail_event, mail_decision" : "ANALYZE");
        }
        System.out.printf("%d mails in %.0f s%n", mails, (System.nanoTime() - start) / 1e9);
    }

    private static void measure(RegisterSettings settings, int mails) throws Exception {
        Instant day = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(mails * 30L);
        Map<String, Query> queries = new LinkedHashMap<>();
        queries.put("newest 50", (audit, newest) -> mail(audit, newest));
        queries.put("from an address", (audit, newest) -> mail(audit, newest.from("nguoi77@x.vn")));
        queries.put("to an address", (audit, newest) -> mail(audit, newest.to("canbo7@so.vn")));
        queries.put("a common word", (audit, newest) -> mail(audit, newest.containing("báo cáo")));
        queries.put("a rare word", (audit, newest) -> mail(audit, newest.containing("so 77777")));
        queries.put("one day", (audit, newest) -> mail(audit, newest.since(day).until(day.plusSeconds(86_400))));
        queries.put("incoming", (audit, newest) -> mail(audit, newest.direction(Direction.INCOMING)));
        queries.put("bounced", (audit, newest) -> mail(audit, newest.outcome("bounced")));
        queries.put("held", (audit, newest) -> mail(audit, newest.decision(vn.vanthu.decision.Decision.Verdict.HOLD)));
        for (var query : queries.entrySet()) {
            measure(settings, query.getKey(), query.getValue());
        }
    }

    private static void mail(AuditDatabase audit, MailFilter filter) throws Exception {
        audit.mail(filter, Format.JSON.writer(OutputStream.nullOutputStream()));
    }

    private static void measure(RegisterSettings settings, String name, Query query) throws Exception {
        double[] millis = new double[REPEATS];
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            for (int i = 0; i < REPEATS; i++) {
                long start = System.nanoTime();
                query.run(audit, MailFilter.newest(50 + i)); // H2 would answer the same question from memory
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (i == 0 && millis[0] > 5000) {
                    System.out.printf(Locale.ROOT, "%-18s %.0f ms (once)%n", name, millis[0]);
                    return;
                }
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, "%-18s p50 %.1f ms, p95 %.1f ms%n", name, millis[REPEATS / 2], millis[REPEATS * 19 / 20]);
    }
}
