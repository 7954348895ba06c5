package vn.vanthu.server.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.persistence.EntityManagerFactory;
import org.apache.james.core.Username;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
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
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.james.MailIds;
import vn.vanthu.message.MailId;

class JpaStoredMailsTest {

    private static final MailId ID = MailId.ofMailName("công văn");
    private static final Instant NOW = Instant.now();
    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(365));

    private EntityManagerFactory entities;
    private MailboxSession session;
    private MessageManager inbox;

    @BeforeEach
    void openInbox(@TempDir Path folder) throws Exception {
        entities = JamesDatabase.embedded(folder).open();
        MailboxManager mailboxes = manager(entities);
        session = mailboxes.createSystemSession(Username.of("vanthu@so.example"));
        MailboxPath path = MailboxPath.inbox(session);
        mailboxes.createMailbox(path, session);
        inbox = mailboxes.getMailbox(path, session);
    }

    @AfterEach
    void close() {
        entities.close();
    }

    /** James's own store, without what searches, counts and authenticates. */
    private static MailboxManager manager(EntityManagerFactory entities) {
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
                new SimpleMessageSearchIndex(
                        mappers, mappers, new DefaultTextExtractor(), new JPAAttachmentContentLoader()),
                new NaiveThreadIdGuessingAlgorithm(),
                Clock.systemUTC());
    }

    @Test
    void anEmptyFolderHoldsNothing() throws Exception {
        assertThat(isThere()).isFalse();
    }

    @Test
    void isFoundBehindManyNewerMails() throws Exception {
        others(50, LAST_YEAR);
        append(MailIds.HEADER + ": " + ID, NOW);
        others(100, NOW);

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundBehindOldMailsThatSomebodyMovedHere() throws Exception {
        append("x-vanthu-id: " + ID, NOW);
        others(100, LAST_YEAR);

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundUnderTheDateOfAnotherZone() throws Exception {
        append(MailIds.HEADER + ": " + ID, NOW.minus(Duration.ofHours(14)));

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundByAHugeHeaderAndBehindMalformedOnes() throws Exception {
        append("Subject: " + "x".repeat(100_000) + "\r\n" + MailIds.HEADER + ": " + ID, NOW);
        append("Subject: " + "x".repeat(200_000), NOW);
        append("no header at all\r\n: :\r\n\u0000", NOW);

        assertThat(isThere()).isTrue();
    }

    @Test
    void anotherMailThatOnlyNamesTheIdIsNotIt() throws Exception {
        append("Subject: " + ID, NOW);
        others(20, NOW);

        assertThat(isThere()).isFalse();
    }

    @Test
    void olderMailsAreNotRead() throws Exception {
        append(MailIds.HEADER + ": " + ID, LAST_YEAR);
        others(3, LAST_YEAR);

        assertThat(isThere()).isFalse();
    }

    private boolean isThere() throws Exception {
        return new JpaStoredMails(entities).hold(inbox.getId(), ID, NOW);
    }

    private void others(int count, Instant at) throws Exception {
        for (int i = 0; i < count; i++) {
            append("Subject: Khác " + i, at);
        }
    }

    private void append(String header, Instant at) throws Exception {
        byte[] message = (header + "\r\n\r\nChào anh\r\n").getBytes(StandardCharsets.UTF_8);
        inbox.appendMessage(
                AppendCommand.builder().withInternalDate(Date.from(at)).build(message), session);
    }
}
