package vn.vanthu.server.james;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.james.backends.jpa.TransactionRunner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * James's own data: users, domains, mailboxes. H2 in the data folder, or what {@code james-database.properties} names.
 *
 * @param driver class of the JDBC driver
 */
public record JamesDatabase(String driver, String url, @Nullable String user, @Nullable String password) {

    private static final Logger LOGGER = LoggerFactory.getLogger(JamesDatabase.class);

    /** A server that froze or was cut off must not keep threads for ever; a search of a large mailbox takes its time. */
    private static final String LONGEST_ANSWER = "socketTimeout=600000";

    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofMinutes(1);

    /**
     * The embedded default. Every commit is on disk when it returns ({@code WRITE_DELAY=0}): with H2's default delay a
     * kill lost mail, and once the file.
     */
    public static JamesDatabase embedded(Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("james").toAbsolutePath()
                + ";MODE=LEGACY;NON_KEYWORDS=VALUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return new JamesDatabase("org.h2.Driver", url, "sa", "");
    }

    /** Opens the database and makes the tables that are missing. */
    public EntityManagerFactory open() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("openjpa.ConnectionDriverName", "org.apache.commons.dbcp2.BasicDataSource");
        StringBuilder pool = new StringBuilder("DriverClassName=" + driver + ",Url=" + bounded(url));
        if (user != null) {
            pool.append(",Username=").append(user);
        }
        if (password != null) {
            pool.append(",Password=").append(password);
        }
        pool.append(",MaxTotal=32,TestOnBorrow=true,MaxWaitMillis=").append(LONGEST_WAIT_FOR_A_CONNECTION.toMillis());
        properties.put("openjpa.ConnectionProperties", pool.toString());
        properties.put("openjpa.Multithreaded", "true");
        properties.put("openjpa.Log", "slf4j");
        EntityManagerFactory entities = Persistence.createEntityManagerFactory("Global", properties);
        keepMailboxesUnique(entities);
        makeIndex(entities, "INDEX IF NOT EXISTS vanthu_mail_date ON JAMES_MAIL (MAILBOX_ID, MAIL_DATE)");
        return entities;
    }

    private static String bounded(String url) {
        if (!url.startsWith("jdbc:mariadb:") || url.contains("socketTimeout=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + LONGEST_ANSWER;
    }

    /**
     * One mailbox for each person and name: two gateways that made one at the same moment would leave two, and then neither
     * can be opened. James's tables have no such index, but James understands the refusal. A store where some stand twice
     * already keeps working as it did; the log names them.
     */
    private static void keepMailboxesUnique(EntityManagerFactory entities) {
        TransactionRunner transactions = new TransactionRunner(entities);
        List<?> twice = transactions.runAndRetrieveResult(
                manager -> manager.createNativeQuery("SELECT CONCAT(USER_NAME, ' ', MAILBOX_NAME) FROM JAMES_MAILBOX"
                                + " GROUP BY USER_NAME, MAILBOX_NAMESPACE, MAILBOX_NAME HAVING COUNT(*) > 1")
                        .getResultList());
        if (!twice.isEmpty()) {
            LOGGER.error(
                    "mailboxes that stand twice in JAMES_MAILBOX, so that no mail can be put into them: {}", twice);
            return;
        }
        makeIndex(
                entities,
                "UNIQUE INDEX IF NOT EXISTS vanthu_one_mailbox"
                        + " ON JAMES_MAILBOX (USER_NAME, MAILBOX_NAMESPACE, MAILBOX_NAME)");
    }

    private static void makeIndex(EntityManagerFactory entities, String index) {
        new TransactionRunner(entities)
                .runAndHandleException(
                        manager -> manager.createNativeQuery("CREATE " + index).executeUpdate(), e -> {
                            throw new IllegalStateException("James's tables cannot be prepared: CREATE " + index, e);
                        });
    }
}
