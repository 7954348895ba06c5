package vn.vanthu.server.james;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import javax.persistence.EntityManagerFactory;
import org.apache.james.core.Username;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.jpa.JPAAttachmentContentLoader;
import org.apache.james.mailbox.jpa.JPAMailboxSessionMapperFactory;
import org.apache.james.mailbox.jpa.openjpa.OpenJPAMailboxManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.extractor.DefaultTextExtractor;
import org.apache.james.mailbox.store.mail.NaiveThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.DefaultMessageId;
import org.apache.james.mailbox.store.mail.model.impl.MessageParser;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.metrics.tests.RecordingMetricFactory;

/**
 * James's own store in a folder, without quotas, rights of others and logins, and the INBOX of somebody in it.
 *
 * @param session his
 */
record JamesStore(EntityManagerFactory entities, MailboxSession session, MessageManager inbox)
        implements AutoCloseable {

    static JamesStore in(Path folder) throws MailboxException {
        EntityManagerFactory entities = JamesDatabase.embedded(folder).open();
        OpenJPAMailboxManager mailboxes = manager(entities);
        MailboxSession session = mailboxes.createSystemSession(Username.of("vanthu@so.example"));
        MailboxPath path = MailboxPath.inbox(session);
        mailboxes.createMailbox(path, session);
        return new JamesStore(entities, session, mailboxes.getMailbox(path, session));
    }

    private static OpenJPAMailboxManager manager(EntityManagerFactory entities) {
        var mappers = new JPAMailboxSessionMapperFactory(
                entities, new MailboxCounters.Uids(entities), new MailboxCounters.ModSeqs(entities));
        var events = new InVMEventBus(
                new InVmEventDelivery(new RecordingMetricFactory()),
                RetryBackoffConfiguration.DEFAULT,
                new MemoryEventDeadLetters());
        var rights = new StoreRightManager(mappers, new UnionMailboxACLResolver(), events);
        var sessions = new SessionProviderImpl(null, null);
        return new OpenJPAMailboxManager(
                mappers,
                sessions,
                new MessageParser(),
                new DefaultMessageId.Factory(),
                events,
                new StoreMailboxAnnotationManager(mappers, rights),
                rights,
                QuotaComponents.disabled(sessions, mappers),
                new PagedSearch(mappers, new DefaultTextExtractor(), new JPAAttachmentContentLoader(), sessions),
                new NaiveThreadIdGuessingAlgorithm(),
                Clock.systemUTC());
    }

    /** Puts a message with this header and content into the INBOX, by the time when it came. */
    void append(String header, String content, Instant at) throws MailboxException {
        byte[] message = (header + "\r\n\r\n" + content + "\r\n").getBytes(UTF_8);
        inbox.appendMessage(
                AppendCommand.builder().withInternalDate(Date.from(at)).build(message), session);
    }

    @Override
    public void close() {
        entities.close();
    }
}
