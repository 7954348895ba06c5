package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;

/** What the register tells about a mail's content, found and erased; for many threads. */
public final class ContentErasure {

    private final Endpoint endpoint;
    private final SessionFactory sessions;
    private final Clock clock;

    ContentErasure(Endpoint endpoint, SessionFactory sessions, Clock clock) {
        this.endpoint = endpoint;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Where the content of a mail may be; empty for a mail that the register does not know. */
    public Optional<Traces> traces(MailId mail) throws RegisterUnavailableException {
        Queries queries = new Queries(sessions);
        Map<String, String> id = Map.of("mail", mail.value());
        List<String> messageIds =
                queries.list(String.class, "select m.messageId from MailRow m where m.mailId = :mail", id);
        List<String> relayed = queries.list(
                String.class, "select e.recipient from EventRow e where e.mailId = :mail and e.step = 'relayed'", id);
        List<FiledContent> filed = queries.list(FiledRow.class, "from FiledRow f where f.mailId = :mail", id).stream()
                .map(FiledRow::content)
                .toList();
        List<MailId> about = queries
                .list(
                        String.class,
                        "select m.mailId from MailRow m where m.subject like :words",
                        Map.of("words", "%" + mail.value() + "%"))
                .stream()
                .map(MailId::new)
                .toList();
        return messageIds.stream().findFirst().map(messageId -> new Traces(messageId, relayed, filed, about));
    }

    /**
     * Erases by law what the register tells about a mail's content: subject, Message-ID, hash, what its document is about,
     * what was read of it, why it was decided. Who wrote to whom and when, and every decision, stays. {@link AuditAccess#verify} still
     * proves the rest, and names who erased what and why; so does {@code nhat_ky_quan_tri}. Backups and the copies that
     * went out by mail must be looked after by whoever erases.
     *
     * @param act who erases and why; done again it changes nothing more
     * @return how many rows were changed
     * @throws ConfigurationException when no admin account was given: the gateway's own cannot change a row
     */
    public int erase(MailId mail, Act act) throws ConfigurationException, RegisterUnavailableException {
        if (!endpoint.hasAdmin()) {
            throw Problems.database(
                    "vanthu.db.admin.user", "", "an account that may change the log tables, for this command");
        }
        try (Connection admin = endpoint.connectAsAdmin();
                StatelessSession session = sessions.openStatelessSession()) {
            int rows = new Eraser(session, admin, clock.instant(), act).eraseContent(mail);
            if (rows > 0 && endpoint.vendor() == Vendor.H2) {
                EmbeddedH2.rewriteAtNextStop(admin);
            }
            return rows;
        } catch (HibernateException | SQLException e) {
            throw new RegisterUnavailableException("the register cannot be written: " + e.getMessage(), e);
        }
    }
}
