package vn.vanthu.server.james;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.GuiceJamesServer;
import org.apache.james.NaiveDelegationStoreModule;
import org.apache.james.modules.MailboxModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.data.SieveFileRepositoryModule;
import org.apache.james.modules.mailbox.DefaultEventModule;
import org.apache.james.modules.mailbox.MemoryDeadLetterModule;
import org.apache.james.modules.protocols.IMAPServerModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.server.DataRoutesModules;
import org.apache.james.modules.server.DefaultProcessorsConfigurationProviderModule;
import org.apache.james.modules.server.MailQueueRoutesModule;
import org.apache.james.modules.server.MailRepositoriesRoutesModule;
import org.apache.james.modules.server.MailboxRoutesModule;
import org.apache.james.modules.server.NoJwtModule;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.server.core.configuration.Configuration;

/** James 3.8.1 put together from what is published, with our store, our broker and our gates. No JMX port. */
public final class JamesServer {

    private static final Module PROTOCOLS =
            Modules.combine(new SMTPServerModule(), new IMAPServerModule(), new ProtocolHandlerModule());

    private static final Module WEB_ADMIN = Modules.combine(
            new WebAdminServerModule(),
            new NoJwtModule(),
            new DataRoutesModules(),
            new MailboxRoutesModule(),
            new MailQueueRoutesModule(),
            new MailRepositoriesRoutesModule());

    private static final Module MAIL = Modules.combine(
            new MailetProcessingModule(),
            new DefaultProcessorsConfigurationProviderModule(),
            new RawPostDequeueDecoratorModule(),
            new NaiveDelegationStoreModule(),
            new MailboxModule(),
            new DefaultEventModule(),
            new MemoryDeadLetterModule(),
            new TaskManagerModule(),
            new SieveFileRepositoryModule());

    private JamesServer() {}

    public static GuiceJamesServer assemble(
            Configuration configuration,
            StoreModule store,
            QueueModule queue,
            Module operations,
            Module directory,
            GatewayModule gateway) {
        return GuiceJamesServer.forConfiguration(configuration)
                .combineWith(MAIL, PROTOCOLS, WEB_ADMIN, store, queue, operations)
                .overrideWith(gateway, directory);
    }
}
