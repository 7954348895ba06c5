package vn.vanthu.server.james;

import java.nio.file.Path;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.plugin.StatisticsBrokerPlugin;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal;

/**
 * The embedded ActiveMQ broker of the mail queue. James's own opens a TCP port, keeps blobs beside the journal and moves a
 * mail that failed six times into a queue that nobody sees; this one does none of it.
 */
public final class Broker implements AutoCloseable {

    private static final int PAGE_SIZE = 20_000;
    /** Mails beyond it wait in the store alone, and nobody who writes waits for those who read. */
    private static final int MEMORY_PERCENT = 15;

    private static final String NAME = "vanthu";

    private final BrokerService service;

    private final LargeContents contents;

    private Broker(BrokerService service, LargeContents contents) {
        this.service = service;
        this.contents = contents;
    }

    /** @throws Exception when the store cannot be opened: in use, unreadable, or the disk is full */
    public static Broker start(Path folder) throws Exception {
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(folder.toFile());
        store.setJournalDiskSyncStrategy(Journal.JournalDiskSyncStrategy.ALWAYS.name());
        BrokerService service = new BrokerService();
        service.setBrokerName(NAME);
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setSchedulerSupport(false);
        service.setPersistent(true);
        service.setPersistenceAdapter(store);
        service.setDataDirectoryFile(folder.toFile());
        service.setDestinationPolicy(policy());
        service.getSystemUsage().getMemoryUsage().setPercentOfJvmHeap(MEMORY_PERCENT);
        service.setIoExceptionHandler(new StopOnStoreError());
        service.setPlugins(new BrokerPlugin[] {new StatisticsBrokerPlugin()});
        service.start();
        service.waitUntilStarted();
        LargeContents contents = LargeContents.in(folder);
        contents.keepOnly(() -> NamedContents.in(service.getPersistenceAdapter()));
        return new Broker(service, contents);
    }

    /** With the default page of 200, mails that wait for a dead host hide those for a live one. */
    private static PolicyMap policy() {
        PolicyEntry entry = new PolicyEntry();
        entry.setMaxPageSize(PAGE_SIZE);
        entry.setProducerFlowControl(false);
        PolicyMap map = new PolicyMap();
        map.setDefaultEntry(entry);
        return map;
    }

    LargeContents contents() {
        return contents;
    }

    public ConnectionFactory connectionFactory() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://" + NAME + "?create=false");
        ActiveMQPrefetchPolicy prefetch = new ActiveMQPrefetchPolicy();
        prefetch.setAll(0);
        factory.setPrefetchPolicy(prefetch);
        RedeliveryPolicy redelivery = new RedeliveryPolicy();
        redelivery.setMaximumRedeliveries(RedeliveryPolicy.NO_MAXIMUM_REDELIVERIES);
        factory.setRedeliveryPolicy(redelivery);
        factory.setTrustAllPackages(false);
        return factory;
    }

    @Override
    public void close() throws Exception {
        service.stop();
        service.waitUntilStopped();
    }
}
