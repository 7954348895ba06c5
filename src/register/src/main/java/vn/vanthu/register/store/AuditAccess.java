package vn.vanthu.register.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.RegisterUnavailableException;

/** The register for those who only look: while the gateway runs, or on a copy of the database without it. */
public final class AuditAccess {

    private AuditAccess() {}

    /**
     * A connection for auditors' queries: through the running gateway; read-only from the file while none runs; on MariaDB
     * with the configured account.
     */
    public static Connection connect(RegisterSettings settings) throws ConfigurationException {
        try {
            return settings.isEmbedded()
                    ? EmbeddedH2.connectToRead(settings.dataFolder())
                    : MariaDb.connectForAudit(settings);
        } catch (SQLException | IOException e) {
            throw Problems.database(
                    "vanthu.db.url",
                    settings + ": " + e.getMessage(),
                    "a register that was made by './vanthu run'; see --data");
        }
    }

    /**
     * Notes what an auditor asks ({@code nhat_ky_tra_cuu}), before he is answered. On the embedded register only while the
     * gateway runs: without it the file is opened for reading only.
     *
     * @return false when it cannot be noted: the account may not write, or nobody serves the register
     */
    public static boolean noteQuestion(
            RegisterSettings settings, Instant at, String systemUser, String tool, String question) {
        try (Connection connection = settings.isEmbedded()
                ? EmbeddedH2.served(settings.dataFolder()).connectAsGateway()
                : MariaDb.endpoint(settings).connectAsGateway()) {
            RowInsert.insert(
                    connection, new AuditQueryRow(at, systemUser, tool, question, String.valueOf(UUID.randomUUID())));
            return true;
        } catch (SQLException | ConfigurationException e) {
            return false;
        }
    }

    /** The newest seal of a register that this program does not run, as {@link #connect} reaches it. */
    public static Optional<SealHead> sealHead(RegisterSettings settings)
            throws ConfigurationException, RegisterUnavailableException {
        try (Connection connection = connect(settings);
                SessionFactory sessions = Sessions.factory(connection);
                StatelessSession session = sessions.openStatelessSession()) {
            return Optional.ofNullable(Verifier.head(Sealer.newest(session)));
        } catch (HibernateException | SQLException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Compares every row with its seal, while the gateway runs or on a copy of the database without it.
     *
     * @param knownHead the hash of a seal that was sent out, in hex; empty when none is known
     * @param progress is told the number of rows looked at, now and then
     */
    public static Verification verify(RegisterSettings settings, String knownHead, LongConsumer progress)
            throws ConfigurationException, RegisterUnavailableException {
        try (Connection connection = connect(settings);
                SessionFactory sessions = Sessions.factory(connection);
                StatelessSession session = sessions.openStatelessSession()) {
            return new Verifier(session, progress).verify(knownHead);
        } catch (HibernateException | SQLException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }
}
