package vn.vanthu.server.james;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageId;
import org.apache.activemq.store.MessageRecoveryListener;
import org.apache.activemq.store.PersistenceAdapter;

/** Which {@link LargeContents} the mails in the queues name. Read from the store: what a browser shows has an end. */
final class NamedContents implements MessageRecoveryListener {

    private final Set<String> names = new HashSet<>();

    private NamedContents() {}

    static Set<String> in(PersistenceAdapter store) throws Exception {
        NamedContents listener = new NamedContents();
        for (ActiveMQDestination destination : store.getDestinations()) {
            if (destination instanceof ActiveMQQueue queue) {
                store.createQueueMessageStore(queue).recover(listener);
            }
        }
        return listener.names;
    }

    @Override
    public boolean recoverMessage(Message message) throws IOException {
        if (message.getProperty(SpoolQueue.CONTENT) instanceof String name) {
            names.add(name);
        }
        return true;
    }

    @Override
    public boolean recoverMessageReference(MessageId id) {
        return true;
    }

    @Override
    public boolean hasSpace() {
        return true;
    }

    @Override
    public boolean isDuplicate(MessageId id) {
        return false;
    }
}
