package vn.vanthu.register.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.JdbcSettings;

/** The connection pool and Hibernate on top of it. */
final class Sessions {

    private Sessions() {}

    /** A pool that gives up within seconds and recovers by itself. */
    static HikariDataSource pool(Endpoint endpoint, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("register");
        config.setJdbcUrl(endpoint.url());
        config.setUsername(endpoint.user());
        config.setPassword(endpoint.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_500);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverrideClassName(DeadConnections.class.getName());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    static SessionFactory factory(HikariDataSource pool) {
        return factory(Map.of(
                AvailableSettings.JAKARTA_NON_JTA_DATASOURCE,
                pool,
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                true,
                AvailableSettings.STATEMENT_BATCH_SIZE,
                200));
    }

    /** On one connection, which stays open. */
    static SessionFactory factory(Connection connection) {
        return factory(Map.of(AvailableSettings.CONNECTION_PROVIDER, new OneConnection(connection)));
    }

    private static SessionFactory factory(Map<String, Object> settings) {
        ClassLoader classes = Sessions.class.getClassLoader();
        var bootstrap = new BootstrapServiceRegistryBuilder().applyClassLoader(classes);
        var registry = new StandardServiceRegistryBuilder(bootstrap.build())
                .applySettings(settings)
                .applySetting(JdbcSettings.LOG_JDBC_ERRORS, false)
                .build();
        return new MetadataSources(registry)
                .addAnnotatedClasses(
                        Arrays.stream(LogTable.values()).map(LogTable::entity).toArray(Class<?>[]::new))
                .addAnnotatedClasses(BookCounter.class, SealRow.class, LeafRow.class, SealerRow.class)
                .buildMetadata()
                .buildSessionFactory();
    }
}
