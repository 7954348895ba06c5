package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.store.BookCounter.Series;
import vn.vanthu.register.store.BookEntryRow.Action;

/** One change of one book and year: it holds the lock of that series until it is committed or rolled back. */
final class BookTransaction {

    private static final Duration CLOCK_MAY_BE_BEHIND = Duration.ofMinutes(5);

    private final StatelessSession session;
    private final RowIds ids;
    private final BookCounter counter;
    private final LocalDateTime now;
    private final boolean clockIsBehind;

    private BookTransaction(
            StatelessSession session, RowIds ids, BookCounter counter, LocalDateTime now, boolean clockIsBehind) {
        this.session = session;
        this.ids = ids;
        this.counter = counter;
        this.now = now;
        this.clockIsBehind = clockIsBehind;
    }

    /** Locks a series, and opens it when it is that of the current year. */
    static BookTransaction lock(StatelessSession session, RowIds ids, Clock clock, Series series) throws BookException {
        LocalDateTime now = LogRow.utc(clock.instant());
        BookCounter counter = session.get(BookCounter.class, series, LockMode.PESSIMISTIC_WRITE);
        LocalDateTime newest = newest(session, series);
        boolean behind = newest != null && newest.minus(CLOCK_MAY_BE_BEHIND).isAfter(now);
        boolean isNew = counter == null;
        if (isNew && behind) {
            throw clockIsBehind();
        }
        BookTransaction transaction =
                new BookTransaction(session, ids, isNew ? open(session, series, now) : counter, now, behind);
        if (isNew) {
            Act act = Act.by("vanthu-he-thong", "open:" + series.book() + ":" + series.year());
            transaction.insert(new BookEntryRow(series, 0, Action.OPEN, BookEntryRow.OPEN, transaction.time(), act));
        }
        return transaction;
    }

    private static BookException clockIsBehind() {
        return new BookException(
                "clock-behind",
                "Đồng hồ của máy chủ chậm hơn lần vào sổ gần nhất. Đề nghị quản trị chỉnh lại đồng hồ; thư chờ được"
                        + " xử lý sau đó.");
    }

    private static BookCounter open(StatelessSession session, Series series, LocalDateTime now) throws BookException {
        if (now.plusHours(7).getYear() != series.year()) {
            throw new BookException("no-such-book", "Không có sổ năm " + series.year() + ".");
        }
        BookCounter counter = new BookCounter(series, now);
        session.insert(counter);
        return counter;
    }

    private static @Nullable LocalDateTime newest(StatelessSession session, Series series) {
        return session.createSelectionQuery(
                        "select max(c.lastAt) from BookCounter c where c.series.book = :book", LocalDateTime.class)
                .setParameter("book", series.book())
                .getSingleResult();
    }

    /** Now, but never before the newest entry of the series. */
    LocalDateTime time() {
        return counter.lastAt.isAfter(now) ? counter.lastAt : now;
    }

    boolean isClosed() {
        return counter.closed;
    }

    int lastNumber() {
        return counter.lastNumber;
    }

    /** What the act wrote when it was done before. */
    Optional<BookEntryRow> done(Act act) {
        return session.createSelectionQuery("from BookEntryRow e where e.actKey = :key", BookEntryRow.class)
                .setParameter("key", Text.fitKey(act.key(), 200))
                .uniqueResultOptional();
    }

    /** A row of the next number; it is written by {@link #insert}. None is given while the clock is behind the book. */
    BookEntryRow nextNumber(Action action, String state, Act act) throws BookException {
        if (counter.closed) {
            throw new BookException("book-closed", "Sổ năm " + counter.series.year() + " đã khóa.");
        }
        if (clockIsBehind) {
            throw clockIsBehind();
        }
        counter.lastNumber++;
        counter.lastAt = time();
        session.update(counter);
        return new BookEntryRow(counter.series, counter.lastNumber, action, state, counter.lastAt, act);
    }

    BookEntryRow insert(BookEntryRow row) {
        row.id = ids.next();
        row.seal();
        session.insert(row);
        return row;
    }

    Optional<BookEntryRow> current(int number) {
        return current(session, new BookNumber(Book.ofCode(counter.series.book()), counter.series.year(), number));
    }

    static Optional<BookEntryRow> current(StatelessSession session, BookNumber number) {
        List<BookEntryRow> newest = session.createSelectionQuery(
                        "from BookEntryRow e where e.book = :book and e.year = :year and e.number = :number"
                                + " order by e.version desc",
                        BookEntryRow.class)
                .setParameter("book", number.book().code())
                .setParameter("year", number.year())
                .setParameter("number", number.number())
                .setMaxResults(1)
                .list();
        return newest.stream().findFirst();
    }

    void close(Act act) {
        BookEntryRow opened = book();
        counter.closed = true;
        counter.lastAt = time();
        session.update(counter);
        insert(opened.next(Action.CLOSE, BookEntryRow.CLOSED, counter.lastAt, act));
    }

    private BookEntryRow book() {
        return session.createSelectionQuery(
                        "from BookEntryRow e where e.book = :book and e.year = :year and e.number = 0"
                                + " order by e.version desc",
                        BookEntryRow.class)
                .setParameter("book", counter.series.book())
                .setParameter("year", counter.series.year())
                .setMaxResults(1)
                .getSingleResult();
    }

    /**
     * Entries that look like the same document: same số, ký hiệu and tác giả, or same content. Asked one after the other,
     * as H2 uses no index for "or".
     */
    List<BookEntryRow> similar(BookEntryRow to) {
        Map<Long, BookEntryRow> similar = new LinkedHashMap<>();
        registered("sameKey", to.sameKey, to).forEach(row -> similar.put(row.id, row));
        registered("sha256", to.sha256, to).forEach(row -> similar.put(row.id, row));
        return List.copyOf(similar.values());
    }

    private List<BookEntryRow> registered(String field, String value, BookEntryRow but) {
        if (value.isEmpty()) {
            return List.of();
        }
        return session.createSelectionQuery(
                        "from BookEntryRow e where e." + field + " = :value and e.state = 'registered' and e.id <> :id"
                                + " and not exists (select 1 from BookEntryRow n where n.book = e.book and n.year ="
                                + " e.year and n.number = e.number and n.version > e.version)",
                        BookEntryRow.class)
                .setParameter("value", value)
                .setParameter("id", but.id)
                .setMaxResults(10)
                .list();
    }
}
