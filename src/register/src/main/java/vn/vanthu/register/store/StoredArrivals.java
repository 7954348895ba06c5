package vn.vanthu.register.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Arrival;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.book.WaitingDocument;
import vn.vanthu.register.store.BookEntryRow.Action;

final class StoredArrivals implements Arrivals {

    private static final String CURRENT = " and not exists (select 1 from BookEntryRow n where n.book = e.book and"
            + " n.year = e.year and n.number = e.number and n.version > e.version)";

    private final SessionFactory sessions;
    private final Transactions transactions;
    private final RowIds ids;
    private final Clock clock;

    StoredArrivals(SessionFactory sessions, Transactions transactions, RowIds ids, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Arrival arrive(DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException {
        return transactions.run(session -> {
            BookTransaction series = BookTransaction.lock(
                    session, ids, clock, StoredBooks.seriesOf(session, Book.INCOMING, source, clock));
            Optional<BookEntryRow> done = series.done(act);
            return done.isPresent() ? arrival(done.get()) : enter(series, fields, source, act);
        });
    }

    private static Arrival enter(BookTransaction series, DocumentFields fields, Source source, Act act)
            throws BookException {
        BookEntryRow row = new BookEntryRow();
        row.describe(fields).sha256 = source.sha256();
        Optional<BookEntryRow> known = series.similar(row).stream()
                .filter(other -> other.book.equals(Book.INCOMING.code()) && isSame(other, row))
                .findFirst();
        if (known.isEmpty()) {
            BookEntryRow next = series.nextNumber(Action.REGISTER, StoredBooks.REGISTERED, act);
            return arrival(series.insert(next.from(source).describe(fields)));
        }
        BookEntryRow again = known.get().next(Action.ARRIVE, known.get().state, series.time(), act);
        again.newValue = "mail: " + source.mailId();
        return arrival(series.insert(again));
    }

    /** Numbers begin again every year: the same one of another year is another document. */
    private static boolean isSame(BookEntryRow one, BookEntryRow other) {
        LocalDate day = one.document.issuedOn;
        LocalDate otherDay = other.document.issuedOn;
        boolean sameContent = !other.sha256.isEmpty() && other.sha256.equals(one.sha256);
        return sameContent || day != null && otherDay != null && day.getYear() == otherDay.getYear();
    }

    private static Arrival arrival(BookEntryRow row) {
        return row.action.equals(Action.ARRIVE.code())
                ? new Arrival.CameAgain(row.entry())
                : new Arrival.Entered(row.entry());
    }

    @Override
    public Optional<Arrival> arrived(String actKey) throws RegisterUnavailableException {
        return read(
                session -> session.createSelectionQuery("from BookEntryRow e where e.actKey = :key", BookEntryRow.class)
                        .setParameter("key", Text.fitKey(actKey, 200))
                        .uniqueResultOptional()
                        .map(StoredArrivals::arrival));
    }

    @Override
    public List<Entry> entriesOf(MailId mail) throws RegisterUnavailableException {
        return read(session -> session
                .createSelectionQuery(
                        "from BookEntryRow e where e.mailId = :mail and e.state = 'registered'" + CURRENT
                                + " order by e.book, e.year, e.number",
                        BookEntryRow.class)
                .setParameter("mail", mail.value())
                .list()
                .stream()
                .map(BookEntryRow::entry)
                .toList());
    }

    @Override
    public int enteredBy(String login, String senderDomain, LocalDate day) throws RegisterUnavailableException {
        return read(session -> session.createSelectionQuery(
                        "select count(e.id) from BookEntryRow e, MailRow m where m.mailId = e.mailId and e.book = :book"
                                + " and e.arrivedOn = :day and e.action = :action and e.login = :login"
                                + " and m.senderAddress like :domain escape '!'",
                        Long.class)
                .setParameter("book", Book.INCOMING.code())
                .setParameter("day", day)
                .setParameter("action", Action.REGISTER.code())
                .setParameter("login", login)
                .setParameter("domain", "%@" + senderDomain.replaceAll("([!%_])", "!$1"))
                .getSingleResult()
                .intValue());
    }

    @Override
    public Optional<WaitingDocument> waited(MailId mail, String document) throws RegisterUnavailableException {
        return read(session -> session.createSelectionQuery(
                        "from WaitingRow w where w.mailId = :mail and w.document = :document and w.step = 0",
                        WaitingRow.class)
                .setParameter("mail", mail.value())
                .setParameter("document", Text.fitKey(document, 100))
                .uniqueResultOptional()
                .map(StoredArrivals::document));
    }

    @Override
    public List<WaitingDocument> waiting() throws RegisterUnavailableException {
        return read(session -> session
                .createSelectionQuery(
                        "from WaitingRow w where w.step = 0 and not exists (select 1 from WaitingRow d where d.mailId ="
                                + " w.mailId and d.document = w.document and d.step = 1) order by w.at",
                        WaitingRow.class)
                .list()
                .stream()
                .map(StoredArrivals::document)
                .toList());
    }

    private static WaitingDocument document(WaitingRow row) {
        return new WaitingDocument(
                new MailId(row.mailId),
                row.document,
                row.arrivedOn.atTime(12, 0).toInstant(ZoneOffset.ofHours(7)),
                row.mailbox,
                row.readable,
                row.dueAt.toInstant(ZoneOffset.UTC));
    }

    @FunctionalInterface
    private interface Query<T> {
        T in(StatelessSession session);
    }

    private <T> T read(Query<T> query) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return query.in(session);
        } catch (HibernateException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }
}
