package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Lapsed;
import vn.vanthu.register.book.OutgoingCode;
import vn.vanthu.register.book.Registration;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.book.WaitingDocument;
import vn.vanthu.register.store.BookCounter.Series;
import vn.vanthu.register.store.BookEntryRow.Action;

final class StoredBooks implements Books {

    static final String RESERVED = Entry.State.RESERVED.code();
    static final String REGISTERED = Entry.State.REGISTERED.code();
    static final String VOIDED = Entry.State.VOIDED.code();
    private static final String SYSTEM = "vanthu-he-thong";
    private static final Duration OWNERS_ARE_TOLD = Duration.ofDays(2);

    private final Transactions transactions;
    private final SessionFactory sessions;
    private final GroupWriter writer;
    private final RowIds ids;
    private final Clock clock;
    private final Horizon horizon;

    StoredBooks(SessionFactory sessions, DiskSync disk, GroupWriter writer, RowIds ids, Clock clock) {
        this.transactions = new Transactions(sessions, disk);
        this.sessions = sessions;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
        this.horizon = new Horizon(clock);
    }

    @Override
    public Registration register(Book book, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException {
        return transactions.run(session -> {
            BookTransaction series = lock(session, seriesOf(session, book, source, clock));
            Optional<BookEntryRow> done = series.done(act);
            BookEntryRow row = done.isPresent()
                    ? done.get()
                    : series.insert(series.nextNumber(Action.REGISTER, REGISTERED, act)
                            .from(source)
                            .describe(fields));
            return new Registration(
                    row.entry(),
                    series.similar(row).stream().map(BookEntryRow::entry).toList());
        });
    }

    /** The year of arrival while its book is open, else this year. */
    static Series seriesOf(StatelessSession session, Book book, Source source, Clock clock) {
        int thisYear = localYear(LogRow.utc(clock.instant()));
        int arrived = localYear(LogRow.utc(source.arrivedAt()));
        BookCounter earlier =
                arrived < thisYear ? session.get(BookCounter.class, new Series(book.code(), arrived)) : null;
        return new Series(book.code(), earlier != null && !earlier.closed ? arrived : thisYear);
    }

    /** Writers of all books take turns in it. */
    Transactions transactions() {
        return transactions;
    }

    private static int localYear(LocalDateTime utc) {
        return utc.plusHours(7).getYear();
    }

    @Override
    public Entry reserve(DocumentFields fields, String symbols, Duration lapsesAfter, Act act)
            throws BookException, RegisterUnavailableException {
        return transactions.run(session -> {
            int year = localYear(LogRow.utc(clock.instant()));
            BookTransaction series = lock(session, new Series(Book.OUTGOING.code(), year));
            Optional<BookEntryRow> done = series.done(act);
            if (done.isPresent()) {
                return done.get().entry();
            }
            BookEntryRow row = series.nextNumber(Action.RESERVE, RESERVED, act);
            BookNumber number = new BookNumber(Book.OUTGOING, year, row.number);
            row.describe(fields.with(Field.CODE, OutgoingCode.of(number, symbols)));
            row.reservedUntil = row.at.plus(lapsesAfter);
            return series.insert(row).entry();
        });
    }

    @Override
    public Claim claim(BookNumber number, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException {
        return transactions.run(
                session -> new Claiming(lock(session, seriesOf(number)), number, fields, source, act).claim());
    }

    @Override
    public Entry revise(Entry earlier, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException {
        return next(earlier.number(), act, (series, current) -> {
            if (!current.mailId.equals(earlier.mailId())) {
                throw new BookException("number-taken", "Số " + earlier.number().text() + " đã dùng cho văn bản khác.");
            }
            BookEntryRow row = current.next(Action.ASSIGN, REGISTERED, series.time(), act);
            row.from(source).describe(current.document.fields().with(fields));
            row.arrivedOn = current.arrivedOn;
            return row;
        });
    }

    @Override
    public Entry correct(BookNumber number, UnaryOperator<DocumentFields> change, Act act)
            throws BookException, RegisterUnavailableException {
        needsReason(act);
        return change(number, Action.CORRECT, change, act);
    }

    @Override
    public Entry complete(BookNumber number, UnaryOperator<DocumentFields> change, Act act)
            throws BookException, RegisterUnavailableException {
        return change(number, Action.COMPLETE, change, act);
    }

    private Entry change(BookNumber number, Action action, UnaryOperator<DocumentFields> change, Act act)
            throws BookException, RegisterUnavailableException {
        return next(number, act, (series, current) -> {
            BookEntryRow row = current.next(action, current.state, series.time(), act);
            row.reservedUntil = current.reservedUntil;
            return row.describe(change.apply(current.document.fields()));
        });
    }

    @Override
    public Entry voidNumber(BookNumber number, Act act) throws BookException, RegisterUnavailableException {
        needsReason(act);
        return next(number, act, (series, current) -> current.next(Action.VOID, VOIDED, series.time(), act));
    }

    @FunctionalInterface
    private interface NextVersion {
        BookEntryRow of(BookTransaction series, BookEntryRow current) throws BookException;
    }

    private Entry next(BookNumber number, Act act, NextVersion version)
            throws BookException, RegisterUnavailableException {
        return transactions.run(session -> {
            BookTransaction series = lock(session, seriesOf(number));
            Optional<BookEntryRow> done = series.done(act);
            if (done.isPresent()) {
                return done.get().entry();
            }
            BookEntryRow current = series.current(number.number())
                    .orElseThrow(() -> new BookException("no-such-number", "Sổ không có số " + number + "."));
            if (current.state.equals(VOIDED)) {
                throw new BookException("number-voided", "Số " + number + " đã hủy, không sửa được nữa.");
            }
            return series.insert(version.of(series, current)).entry();
        });
    }

    private static void needsReason(Act act) throws BookException {
        if (act.reason().isBlank()) {
            throw new BookException("reason-missing", "Sửa hoặc hủy một số phải ghi lý do.");
        }
    }

    @Override
    public List<Lapsed> lapse() throws RegisterUnavailableException {
        for (BookNumber number : overdue()) {
            Act act = new Act(SYSTEM, "", "Quá hạn giữ số", "lapse:" + number);
            try {
                next(number, act, (series, current) -> lapse(series, current, act));
            } catch (BookException e) {
                // It was used or voided a moment ago.
            }
        }
        return lapsedLately();
    }

    private List<Lapsed> lapsedLately() throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session
                    .createSelectionQuery(
                            "select e, f.login from BookEntryRow e join BookEntryRow f on f.book = e.book and f.year ="
                                    + " e.year and f.number = e.number and f.version = 1"
                                    + " where e.state = 'voided' and e.action = 'lapse' and e.at > :since"
                                    + " order by e.at",
                            Object[].class)
                    .setParameter("since", LogRow.utc(clock.instant().minus(OWNERS_ARE_TOLD)))
                    .list()
                    .stream()
                    .map(row -> new Lapsed(((BookEntryRow) row[0]).entry(), (String) row[1]))
                    .toList();
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    private static BookEntryRow lapse(BookTransaction series, BookEntryRow current, Act act) throws BookException {
        if (!current.state.equals(RESERVED)) {
            throw new BookException("number-taken", "Số đã dùng.");
        }
        return current.next(Action.LAPSE, VOIDED, series.time(), act);
    }

    private List<BookNumber> overdue() throws RegisterUnavailableException {
        return horizon.look("reserved", this::overdue);
    }

    private List<BookNumber> overdue(LocalDateTime since) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session
                    .createSelectionQuery(
                            "from BookEntryRow e where e.state = 'reserved' and e.reservedUntil > :since and"
                                    + " e.reservedUntil < :now and not exists (select 1 from BookEntryRow n where"
                                    + " n.book = e.book and n.year = e.year and n.number = e.number and"
                                    + " n.version > e.version)",
                            BookEntryRow.class)
                    .setParameter("since", since)
                    .setParameter("now", LogRow.utc(clock.instant()))
                    .list()
                    .stream()
                    .map(row -> row.entry().number())
                    .toList();
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close(Book book, int year, Act act) throws BookException, RegisterUnavailableException {
        transactions.run(session -> {
            BookTransaction series = lock(session, new Series(book.code(), year));
            if (!series.isClosed()) {
                series.close(act);
            }
            return true;
        });
    }

    @Override
    public Optional<Entry> find(BookNumber number) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return BookTransaction.current(session, number).map(BookEntryRow::entry);
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void await(WaitingDocument document) throws RegisterUnavailableException {
        writer.write(List.of(new WaitingRow(document, WaitingDocument.State.WAITING, SYSTEM, clock.instant())));
    }

    @Override
    public void decided(WaitingDocument document, WaitingDocument.State state, String login)
            throws RegisterUnavailableException {
        writer.write(List.of(new WaitingRow(document, state, login, clock.instant())));
    }

    private BookTransaction lock(StatelessSession session, Series series) throws BookException {
        return BookTransaction.lock(session, ids, clock, series);
    }

    private static Series seriesOf(BookNumber number) {
        return new Series(number.book().code(), number.year());
    }

    private static RegisterUnavailableException unreadable(HibernateException e) {
        return new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
    }
}
