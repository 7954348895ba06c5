package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.jspecify.annotations.Nullable;
import vn.vanthu.james.ExactBytes;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.relay.RelayQueue;
import vn.vanthu.james.relay.Relays;

/**
 * Sends the mail to other servers: through the smarthost of {@code vanthu.properties} or {@code --smarthost}, else to each
 * domain's MX. Records each recipient's outcome with the remote host and its reply; tries again what failed for now; tells
 * the sender what failed for good.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.RelayOutside"&gt;
 *   &lt;retryDelays&gt;1m, 5m, 15m, 1h&lt;/retryDelays&gt;
 *   &lt;giveUpAfter&gt;3d&lt;/giveUpAfter&gt;
 *   &lt;workers&gt;16&lt;/workers&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code retryDelays}: waits after each try, in {@code s}, {@code m}, {@code h}, {@code d}; the last one repeats;
 *       default {@code 1m, 5m, 15m, 1h};
 *   <li>{@code giveUpAfter}: default {@code 3d};
 *   <li>{@code workers}: conversations at once, 1 to 200; default 16;
 *   <li>{@code port}: where MX hosts listen; default 25.
 * </ul>
 */
public final class RelayOutside extends GenericMailet {

    private final Relays relays;
    private @Nullable MailQueue queue;
    private @Nullable RelayQueue work;

    @Inject
    public RelayOutside(Relays relays) {
        this.relays = relays;
    }

    @Override
    public void init() throws MessagingException {
        queue = relays.outgoingQueue();
        work = relays.start(queue, getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        if (queue == null) {
            throw new MessagingException("RelayOutside was not initialised");
        }
        String name = mail.getName();
        FirstPass.clear(mail);
        // After SignDkim nothing is left to do here; a policy without it must not alter messages either.
        ExactBytes.fix(mail);
        List<MailAddress> recipients = List.copyOf(mail.getRecipients());
        try {
            for (Map.Entry<String, List<MailAddress>> group : relays.group(mail).entrySet()) {
                // The same after a crash, whatever James names the replay: RelayQueue sees that it is one.
                mail.setName(MailIds.of(mail) + "-to-" + group.getKey());
                mail.setRecipients(group.getValue());
                queue.enQueue(mail);
            }
            mail.setState(Mail.GHOST);
        } catch (MailQueueException e) {
            mail.setName(name);
            mail.setRecipients(recipients);
            Waiting.comeBack(mail, getMailetContext(), e);
        }
    }

    @Override
    public void destroy() {
        if (work != null) {
            work.close();
        }
    }
}
