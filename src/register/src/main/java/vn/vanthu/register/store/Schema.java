package vn.vanthu.register.store;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import vn.vanthu.config.ConfigurationException;

/** Brings the tables and views to this program's version; the admin account may, the gateway's may only look. */
final class Schema {

    private final Endpoint endpoint;
    private final Flyway flyway;

    Schema(Endpoint endpoint) {
        this.endpoint = endpoint;
        String user = endpoint.hasAdmin() ? endpoint.adminUser() : endpoint.user();
        String password = endpoint.hasAdmin() ? endpoint.adminPassword() : endpoint.password();
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(endpoint.adminUrl(), user, password)
                .locations(endpoint.vendor().migrations())
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    /** Migrates when the admin account was given; else makes sure that nothing is pending. */
    void bringUpToDate() throws ConfigurationException {
        try {
            MigrationInfo[] all = flyway.info().all();
            refuseNewer(all);
            if (endpoint.hasAdmin()) {
                flyway.migrate();
            } else {
                refusePending(all);
            }
        } catch (FlywayException e) {
            throw Problems.database(
                    "vanthu.db.url",
                    endpoint + ": " + e.getMessage(),
                    "a database whose schema can be migrated; restore the backup from before the update, or ask for"
                            + " help with this message");
        }
    }

    private void refuseNewer(MigrationInfo[] all) throws ConfigurationException {
        for (MigrationInfo migration : all) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw Problems.database(
                        "vanthu.db.url",
                        endpoint + ": a schema of a newer VanThu (version " + migration.getVersion() + ")",
                        "the newer VanThu, or the database's backup from before the update");
            }
        }
    }

    private void refusePending(MigrationInfo[] all) throws ConfigurationException {
        if (Arrays.stream(all).anyMatch(m -> m.getState() == MigrationState.PENDING)) {
            throw Problems.database(
                    "vanthu.db.admin.user",
                    "",
                    "an account that may create tables, once: the database " + endpoint
                            + " must be migrated before this version can use it");
        }
    }
}
