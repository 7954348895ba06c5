package vn.vanthu.james.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.dnsservice.api.TemporaryResolutionException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.NonDelivery;
import vn.vanthu.james.NonDelivery.Failure;
import vn.vanthu.james.relay.RecipientResult.Kind;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** One try to relay one mail: ask the register who is left, send, record, tell the sender what is final. */
public final class RelayTask {

    private static final Logger LOGGER = LoggerFactory.getLogger(RelayTask.class);
    private static final AttributeName TRIES = AttributeName.of("vanthu.relay-tries");
    private static final AttributeName FIRST_TRY = AttributeName.of("vanthu.relay-since");
    private static final Duration REGISTER_AWAY = Duration.ofSeconds(10);

    private final RelaySettings settings;
    private final Register register;
    private final NonDelivery nonDelivery;
    private final Clock clock;
    private final Route route;
    private final SmtpClient client;

    public RelayTask(RelaySettings settings, DNSService dns, Register register, NonDelivery nonDelivery, Clock clock) {
        this.settings = settings;
        this.register = register;
        this.nonDelivery = nonDelivery;
        this.clock = clock;
        this.route = new Route(settings, dns);
        this.client = new SmtpClient(settings);
    }

    /**
     * Tries once.
     *
     * @param mail its recipients are narrowed to those that are left
     * @return how long to wait before the next try; null when nothing is left to do
     * @throws MessagingException when the message cannot be read, or a notice not be queued: then no bounce is recorded
     */
    @Nullable
    Duration relay(Mail mail) throws MessagingException {
        MailId id = MailIds.of(mail);
        List<String> left;
        try {
            left = unsettled(id, mail);
        } catch (RegisterUnavailableException e) {
            LOGGER.warn("mail {} waits for the register: {}", id, e.getMessage());
            return REGISTER_AWAY;
        }
        if (left.isEmpty()) {
            return null;
        }
        List<RecipientResult> results = send(mail, left);
        int tries = countTry(mail);
        boolean last = Duration.between(firstTry(mail), clock.instant()).compareTo(settings.giveUpAfter()) >= 0;
        conclude(mail, id, results, tries, last);
        return narrow(mail, results, last) ? settings.delayAfter(tries) : null;
    }

    private List<String> unsettled(MailId id, Mail mail) throws RegisterUnavailableException {
        List<String> all =
                mail.getRecipients().stream().map(Addresses::of).distinct().toList();
        Set<String> settled = register.settled(id, all);
        return all.stream().filter(address -> !settled.contains(address)).toList();
    }

    /** Goes through the hosts until none is left that could still take a recipient. */
    private List<RecipientResult> send(Mail mail, List<String> recipients) throws MessagingException {
        String domain = recipients.get(0).substring(recipients.get(0).lastIndexOf('@') + 1);
        List<RemoteHost> hosts;
        try {
            hosts = route.to(domain);
        } catch (TemporaryResolutionException e) {
            return failAll(recipients, Kind.FAILED_FOR_NOW, "name servers: " + e.getMessage());
        }
        if (hosts.isEmpty()) {
            return failAll(recipients, Kind.REFUSED, "5.1.2 the domain " + domain + " takes no mail");
        }
        Map<String, RecipientResult> results = new LinkedHashMap<>();
        List<String> left = recipients;
        for (RemoteHost host : hosts) {
            for (RecipientResult result :
                    client.send(mail.getMessage(), mail.getMaybeSender().asString(), left, host)) {
                results.put(result.recipient(), result);
            }
            left = results.values().stream()
                    .filter(result -> result.kind() == Kind.FAILED_FOR_NOW)
                    .map(RecipientResult::recipient)
                    .toList();
            if (left.isEmpty()) {
                break;
            }
        }
        return List.copyOf(results.values());
    }

    private static List<RecipientResult> failAll(List<String> recipients, Kind kind, String reason) {
        return recipients.stream()
                .map(recipient -> new RecipientResult(recipient, kind, "", reason))
                .toList();
    }

    /**
     * What was taken is recorded before anything can fail, or it would be sent a second time. Then the notice, and last what
     * bounced: a mail that is recorded as bounced must have told its sender.
     */
    private void conclude(Mail mail, MailId id, List<RecipientResult> results, int tries, boolean last)
            throws MessagingException {
        List<Failure> failures = results.stream()
                .filter(result -> isLost(result, last))
                .map(result -> new Failure(result.recipient(), result.status(), result.reply()))
                .toList();
        Map<Boolean, List<DeliveryEvent>> events = results.stream()
                .map(result -> event(id, result, tries, last))
                .collect(Collectors.partitioningBy(event -> event.outcome() == Outcome.BOUNCED));
        record(events.getOrDefault(false, List.of()));
        nonDelivery.tellSender(mail, failures);
        record(events.getOrDefault(true, List.of()));
    }

    private DeliveryEvent event(MailId id, RecipientResult result, int tries, boolean last) {
        Instant now = clock.instant();
        if (result.kind() == Kind.RELAYED) {
            return DeliveryEvent.settled(id, result.recipient(), Outcome.RELAYED, now, result.host(), result.reply());
        }
        if (isLost(result, last)) {
            return DeliveryEvent.settled(id, result.recipient(), Outcome.BOUNCED, now, result.host(), result.reply());
        }
        return new DeliveryEvent(
                id, result.recipient(), "deferred-" + tries, Outcome.PENDING, now, result.host(), result.reply());
    }

    private static boolean isLost(RecipientResult result, boolean last) {
        return result.kind() == Kind.REFUSED || (last && result.kind() == Kind.FAILED_FOR_NOW);
    }

    /** The remote server has the mail: to send it again because our register is away would be a duplicate. So wait. */
    private void record(List<DeliveryEvent> events) {
        while (!events.isEmpty()) {
            try {
                register.outcomes(events);
                return;
            } catch (RegisterUnavailableException e) {
                LOGGER.warn("outcomes wait for the register: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(REGISTER_AWAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the register was away", e);
        }
    }

    /** Leaves on the mail only whom a next try is for; tells whether there is anyone. */
    private static boolean narrow(Mail mail, List<RecipientResult> results, boolean last) {
        List<String> again = results.stream()
                .filter(result -> result.kind() == Kind.FAILED_FOR_NOW && !last)
                .map(RecipientResult::recipient)
                .toList();
        mail.setRecipients(mail.getRecipients().stream()
                .filter(recipient -> again.contains(Addresses.of(recipient)))
                .toList());
        return !again.isEmpty();
    }

    private static int countTry(Mail mail) {
        int tries = AttributeUtils.getValueAndCastFromMail(mail, TRIES, Integer.class)
                        .orElse(0)
                + 1;
        mail.setAttribute(new Attribute(TRIES, AttributeValue.of(tries)));
        return tries;
    }

    private Instant firstTry(Mail mail) {
        Instant since = AttributeUtils.getValueAndCastFromMail(mail, FIRST_TRY, String.class)
                .map(Instant::parse)
                .orElseGet(clock::instant);
        mail.setAttribute(new Attribute(FIRST_TRY, AttributeValue.of(since.toString())));
        return since;
    }
}
