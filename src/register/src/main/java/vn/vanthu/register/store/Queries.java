package vn.vanthu.register.store;

import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.register.RegisterUnavailableException;

/** Reads rows, each time in a session of its own. */
final class Queries {

    private final SessionFactory sessions;

    Queries(SessionFactory sessions) {
        this.sessions = sessions;
    }

    <T> List<T> list(Class<T> type, String query, Map<String, ?> parameters) throws RegisterUnavailableException {
        return list(type, query, parameters, Integer.MAX_VALUE);
    }

    <T> List<T> list(Class<T> type, String query, Map<String, ?> parameters, int most)
            throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            var selection = session.createSelectionQuery(query, type);
            parameters.forEach(selection::setParameter);
            return selection.setMaxResults(most).list();
        } catch (HibernateException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        }
    }
}
