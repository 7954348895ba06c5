package vn.vanthu.james.relay;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetConfig;
import org.jspecify.annotations.Nullable;
import vn.vanthu.james.NonDelivery;
import vn.vanthu.james.Parameters;
import vn.vanthu.register.Register;

/** Puts the relay together from the gateway's services and a mailet's parameters. */
public final class Relays {

    /** What {@code vanthu.properties} and the command line say of the way out. */
    public record WayOut(RelaySettings.@Nullable Smarthost smarthost, String heloName) {}

    private static final MailQueueName OUTGOING = MailQueueName.of("outgoing");

    private final WayOut wayOut;
    private final MailQueueFactory<?> queues;
    private final DNSService dns;
    private final Register register;
    private final NonDelivery nonDelivery;
    private final Clock clock;

    @Inject
    public Relays(
            WayOut wayOut,
            MailQueueFactory<?> queues,
            DNSService dns,
            Register register,
            NonDelivery nonDelivery,
            Clock clock) {
        this.wayOut = wayOut;
        this.queues = queues;
        this.dns = dns;
        this.register = register;
        this.nonDelivery = nonDelivery;
        this.clock = clock;
    }

    public MailQueue outgoingQueue() {
        return queues.createQueue(OUTGOING);
    }

    /**
     * Starts to take mails from the queue.
     *
     * @throws MessagingException when a parameter is wrong; names the parameter and what is allowed
     */
    public RelayQueue start(MailQueue queue, MailetConfig config) throws MessagingException {
        Parameters parameters = new Parameters(config, "retryDelays", "giveUpAfter", "workers", "port");
        RelaySettings settings = new RelaySettings(
                wayOut.smarthost(),
                parameters.number("port", 25, 1, 65535),
                wayOut.heloName(),
                delays(parameters),
                parameters.duration("giveUpAfter", Duration.ofDays(3)),
                parameters.number("workers", 16, 1, 200));
        RelayTask task = new RelayTask(settings, dns, register, nonDelivery, clock);
        RelayQueue work = new RelayQueue(queue, task, settings.workers());
        work.start();
        return work;
    }

    private static List<Duration> delays(Parameters parameters) throws MessagingException {
        String[] texts = parameters.text("retryDelays", "1m, 5m, 15m, 1h").split(",");
        try {
            return Arrays.stream(texts).map(Parameters::parseDuration).toList();
        } catch (IllegalArgumentException e) {
            throw parameters.wrong("retryDelays", String.join(",", texts), "durations such as 1m, 5m, 1h");
        }
    }

    /** Which recipients share a conversation: all of them with a smarthost, else those of one domain. */
    public Map<String, List<MailAddress>> group(Mail mail) {
        return mail.getRecipients().stream()
                .collect(Collectors.groupingBy(
                        recipient -> wayOut.smarthost() != null
                                ? "smarthost"
                                : recipient.getDomain().asString(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
