package vn.vanthu.register.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.approval.Releases;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.confirmation.UnreadMails;
import vn.vanthu.filing.FilingRegister;
import vn.vanthu.held.HeldMails;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.question.Questions;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.Books;
import vn.vanthu.spam.sender.Correspondence;

/**
 * The register's database, opened by the gateway: migrated, granted, and, when it is the embedded one, served to auditors
 * on 127.0.0.1 as {@code register.address} in the data folder says.
 */
public final class RegisterDatabase implements AutoCloseable {

    /** A table of this name on MariaDB: a restore filled the register, and nobody has told what was numbered since. */
    public static final String RESTORE_MARK = "vanthu_restore_unfinished";

    private static final int CONNECTIONS = 8;

    private final @Nullable EmbeddedH2 embedded;
    private final Endpoint endpoint;
    private final Clock clock;
    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final GroupWriter writer;
    private final StoredRegister register;
    private final StoredBooks books;
    private final StoredArrivals arrivals;
    private final StoredFilings filings;
    private final Sealer sealer;
    private final @Nullable Housekeeping housekeeping;

    /** @param seals whether this process seals; not beside a gateway that does */
    private RegisterDatabase(
            @Nullable EmbeddedH2 embedded, Endpoint endpoint, DiskSync disk, Clock clock, boolean seals) {
        this.embedded = embedded;
        this.endpoint = endpoint;
        this.clock = clock;
        this.pool = Sessions.pool(endpoint, CONNECTIONS);
        this.sessions = Sessions.factory(pool);
        RowIds ids = new RowIds(sessions);
        this.writer = new GroupWriter(sessions, disk, ids);
        this.sealer = new Sealer(new Transactions(sessions, disk), ids, clock);
        this.housekeeping = seals ? new Housekeeping(sealer) : null;
        this.books = new StoredBooks(sessions, disk, writer, ids, clock);
        this.arrivals = new StoredArrivals(sessions, books.transactions(), ids, clock);
        this.filings = new StoredFilings(sessions, writer, clock);
        this.register = new StoredRegister(writer, sessions, new Pulse(sessions, writer, clock), clock);
    }

    /**
     * Opens the register, or says in the exception what to do: the database is down, refuses the account, is of a newer
     * version, must be migrated but no admin account was given, was restored and not confirmed, or another gateway has the
     * data folder.
     */
    public static RegisterDatabase open(RegisterSettings settings, Clock clock) throws ConfigurationException {
        if (!settings.isEmbedded()) {
            MariaDb.prepare(MariaDb.endpoint(settings));
            RestoreMark.refuse(MariaDb.endpoint(settings));
        }
        return openRestored(settings, clock);
    }

    /** The same, also while the register bears the {@link #RESTORE_MARK}: for the restore and its confirmation. */
    public static RegisterDatabase openRestored(RegisterSettings settings, Clock clock) throws ConfigurationException {
        if (!settings.isEmbedded()) {
            Endpoint endpoint = MariaDb.endpoint(settings);
            MariaDb.prepare(endpoint);
            return open(null, endpoint, clock);
        }
        EmbeddedH2 embedded = EmbeddedH2.claim(settings.dataFolder());
        RegisterDatabase database = null;
        try {
            database = open(embedded, embedded.endpoint(), clock);
            embedded.serve();
            return database;
        } catch (ConfigurationException | RuntimeException | Error e) {
            if (database == null) {
                embedded.close();
            } else {
                database.close();
            }
            throw e;
        }
    }

    private static RegisterDatabase open(@Nullable EmbeddedH2 embedded, Endpoint endpoint, Clock clock)
            throws ConfigurationException {
        new Schema(endpoint).bringUpToDate();
        try {
            if (endpoint.hasAdmin()) {
                Grants.apply(endpoint);
            }
            try (Connection gateway = endpoint.connectAsGateway()) {
                gateway.isValid(1);
            }
        } catch (SQLException e) {
            throw Problems.database(
                    "vanthu.db.user", endpoint + ": " + e.getMessage(), "an account that this database lets in");
        }
        return new RegisterDatabase(embedded, endpoint, embedded == null ? () -> {} : embedded::sync, clock, true);
    }

    /**
     * Opens the register for a command in the administrator's shell: beside the running gateway, or by itself while none
     * runs. On MariaDB nothing is migrated.
     *
     * @throws ConfigurationException as {@link #open}; also while a gateway is just starting or stopping
     */
    public static RegisterDatabase join(RegisterSettings settings, Clock clock) throws ConfigurationException {
        if (!settings.isEmbedded()) {
            Endpoint endpoint = MariaDb.endpoint(settings);
            RestoreMark.refuse(endpoint.withoutAdmin());
            new Schema(endpoint.withoutAdmin()).bringUpToDate();
            return new RegisterDatabase(null, endpoint, () -> {}, clock, true);
        }
        EmbeddedH2 embedded;
        try {
            embedded = EmbeddedH2.claim(settings.dataFolder());
        } catch (ConfigurationException inUse) {
            Endpoint served = EmbeddedH2.served(settings.dataFolder());
            return new RegisterDatabase(null, served, () -> EmbeddedH2.sync(served), clock, false);
        }
        try {
            return open(embedded, embedded.endpoint(), clock);
        } catch (ConfigurationException | RuntimeException | Error e) {
            embedded.close();
            throw e;
        }
    }

    /** The register that the mailets write to; good for many threads, until {@link #close}. */
    public Register register() {
        return register;
    }

    /** The register books; good for many threads, until {@link #close}. */
    public Books books() {
        return books;
    }

    /** Documents that come in by mail; good for many threads, until {@link #close}. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** The files of the archive; good for many threads, until {@link #close}. */
    public FilingRegister filings() {
        return filings;
    }

    /**
     * The mails that are kept back; good for many threads, until {@link #close}.
     *
     * @param folder where their bytes are kept; made when it is missing
     */
    public HeldMails heldMails(Path folder) {
        return new StoredHeldMails(new HeldFiles(folder), writer, new Queries(sessions), clock);
    }

    /**
     * The questions that people are asked by mail; good for many threads, until {@link #close}.
     *
     * @param secret of this gateway, by which nobody else can make a key; with another one the open keys are worth nothing
     */
    public Questions questions(String secret) {
        return new StoredQuestions(new QuestionKeys(secret), writer, new Queries(sessions), clock);
    }

    /** What was told of a mail's content, and how it is erased; until {@link #close}. */
    public ContentErasure erasure() {
        return new ContentErasure(endpoint, sessions, clock);
    }

    /** What logins sent; good for many threads, until {@link #close}. */
    public SendingHistory sendings() {
        return new StoredSendings(new Queries(sessions));
    }

    /** Whom our people wrote to; good for many threads, until {@link #close}. */
    public Correspondence correspondence() {
        return new StoredCorrespondence(new Queries(sessions));
    }

    /** What was delivered though it could not be read; good for many threads, until {@link #close}. */
    public UnreadMails unreadMails() {
        return new StoredUnreadMails(new Queries(sessions));
    }

    /** What may leave in the agency's name; good for many threads, until {@link #close}. */
    public Releases releases() {
        return new StoredReleases(writer, new Queries(sessions), clock);
    }

    /** The acts of these kinds since a moment, oldest first. */
    public List<AdminAct> acts(Instant since, Set<AdminAct.Action> kinds) throws RegisterUnavailableException {
        List<String> codes = kinds.stream().map(AdminAct.Action::code).toList();
        return new Queries(sessions)
                        .list(
                                AdminActRow.class,
                                "from AdminActRow a where a.atLocal >= :since and a.action in (:codes) order by a.at, a.id",
                                Map.of("since", LogRow.utc(since).plusHours(7), "codes", codes))
                        .stream()
                        .map(AdminActRow::act)
                        .toList();
    }

    /** What is in the quarantine; good for many threads, until {@link #close}. */
    public QuarantinedMails quarantinedMails() {
        return new StoredQuarantinedMails(writer, new Queries(sessions), clock);
    }

    /** Seals what was committed up to now; it is also done every few seconds. */
    public void seal() throws RegisterUnavailableException {
        try {
            sealer.seal();
        } catch (HibernateException e) {
            throw new RegisterUnavailableException("the register cannot be sealed: " + e.getMessage(), e);
        }
    }

    /** Whether nobody can take a number of that year's book any more; also when nobody ever took one. */
    public boolean isClosed(Book book, int year) throws RegisterUnavailableException {
        return new Queries(sessions)
                .list(
                        BookCounter.class,
                        "from BookCounter c where c.series.book = :book and c.series.year = :year and not c.closed",
                        Map.of("book", book.code(), "year", year))
                .isEmpty();
    }

    /** The years of the books in which a number was given. */
    public SortedSet<Integer> years() throws RegisterUnavailableException {
        SortedSet<Integer> years = new TreeSet<>();
        new Queries(sessions)
                .list(BookCounter.class, "from BookCounter c where c.lastNumber > 0", Map.of())
                .forEach(counter -> years.add(counter.series.year()));
        return years;
    }

    /**
     * Copies the register, with all its seals, into an empty data folder, as an embedded one that auditors' tools read
     * without a gateway; on MariaDB too.
     */
    public void copyInto(Path data) throws ConfigurationException, RegisterUnavailableException {
        sealer.seal();
        try {
            RegisterCopy.make(endpoint, RegisterSettings.embedded(data), clock);
        } catch (SQLException e) {
            throw new RegisterUnavailableException("the register cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Leaves sealing to {@link #seal()}; for tests that count seals. */
    void sealNoLongerByItself() {
        if (housekeeping != null) {
            housekeeping.close();
        }
    }

    /** Writes the embedded database as it is at one moment into a zip file; does nothing for MariaDB. */
    public void copyTo(Path zip) throws SQLException {
        if (embedded != null) {
            embedded.copyTo(zip);
        }
    }

    /** The newest seal, to be sent out daily; empty when nothing was sealed yet. */
    public Optional<SealHead> sealHead() throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return Optional.ofNullable(Verifier.head(Sealer.newest(session)));
        } catch (HibernateException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        writer.close();
        sealNoLongerByItself();
        sessions.close();
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
