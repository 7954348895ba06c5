package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.filing.FilingRegister;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookNumber;

final class StoredFilings implements FilingRegister {

    private final SessionFactory sessions;
    private final GroupWriter writer;
    private final Clock clock;

    StoredFilings(SessionFactory sessions, GroupWriter writer, Clock clock) {
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void filed(Collection<FiledContent> contents) throws RegisterUnavailableException {
        Instant now = clock.instant();
        List<LogRow> rows = new ArrayList<>();
        contents.forEach(content -> rows.add(new FiledRow(content, now)));
        writer.write(rows);
    }

    @Override
    public List<FiledContent> of(BookNumber number) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session
                    .createSelectionQuery(
                            "from FiledRow f where f.book = :book and f.year = :year and f.number = :number order by"
                                    + " f.id",
                            FiledRow.class)
                    .setParameter("book", number.book().code())
                    .setParameter("year", number.year())
                    .setParameter("number", number.number())
                    .list()
                    .stream()
                    .map(FiledRow::content)
                    .toList();
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<FiledContent> withContent(String sha256) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session
                    .createSelectionQuery("from FiledRow f where f.sha256 = :sha order by f.id", FiledRow.class)
                    .setParameter("sha", sha256)
                    .setMaxResults(1)
                    .list()
                    .stream()
                    .map(FiledRow::content)
                    .findFirst();
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    private static RegisterUnavailableException unreadable(HibernateException e) {
        return new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
    }
}
