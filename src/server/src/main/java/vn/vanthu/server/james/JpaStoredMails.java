package vn.vanthu.server.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;
import javax.persistence.TypedQuery;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.jpa.JPAId;
import org.apache.james.mailbox.jpa.mail.model.openjpa.JPAMailboxMessage;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.openjpa.persistence.FetchPlan;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.StoredMails;
import vn.vanthu.message.MailId;

/**
 * Looks at the headers of what was stored since the mail came. James's own search reads every message of the folder, so
 * that each notice to a mailbox of ten years would cost minutes.
 */
final class JpaStoredMails implements StoredMails {

    /** {@code MAIL_DATE} is local time: gateways that share a store may be set to other zones, and clocks are set back. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private static final String ORDINARY = "<= 65536";
    private static final String HUGE = "> 65536";
    private static final int PAGE = 64;

    private final EntityManagerFactory entities;

    @Inject
    JpaStoredMails(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public boolean hold(MailboxId folder, MailId id, Instant receivedAt) throws MailboxException {
        Pattern line = Pattern.compile("(?im)^" + MailIds.HEADER + ":\\s*" + id + "\\s*$");
        OpenJPAEntityManager manager = OpenJPAPersistence.cast(entities.createEntityManager());
        try {
            Headers headers = new Headers(manager, (JPAId) folder, Date.from(receivedAt.minus(CLOCKS)));
            // One huge header at a time: it may be as large as a mail may be.
            return headers.anyHas(line, ORDINARY, PAGE) || headers.anyHas(line, HUGE, 1);
        } catch (PersistenceException | IOException e) {
            throw new MailboxException("the headers in mailbox " + folder.serialize() + " cannot be read", e);
        } finally {
            manager.close();
        }
    }

    /** @param since by the time when a message was stored */
    private record Headers(OpenJPAEntityManager manager, JPAId folder, Date since) {

        boolean anyHas(Pattern line, String size, int page) throws IOException {
            TypedQuery<JPAMailboxMessage> query = manager.createQuery(
                    "SELECT m FROM MailboxMessage m WHERE m.mailbox.mailboxId = :folder AND m.internalDate >= :since"
                            + " AND m.uid < :before AND m.bodyStartOctet " + size + " ORDER BY m.uid DESC",
                    JPAMailboxMessage.class);
            OpenJPAPersistence.cast(query)
                    .getFetchPlan()
                    .removeFetchGroup(FetchPlan.GROUP_DEFAULT)
                    .addField(JPAMailboxMessage.class, "header");
            query.setParameter("folder", folder.getRawId())
                    .setParameter("since", since)
                    .setMaxResults(page);
            long before = Long.MAX_VALUE;
            while (true) {
                List<JPAMailboxMessage> found =
                        query.setParameter("before", before).getResultList();
                for (JPAMailboxMessage message : found) {
                    before = message.getUid().asLong();
                    byte[] header = message.getHeaderContent().readAllBytes();
                    if (line.matcher(new String(header, ISO_8859_1)).find()) {
                        return true;
                    }
                }
                if (found.size() < page) {
                    return false;
                }
                manager.clear();
            }
        }
    }
}
