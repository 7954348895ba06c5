package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.james.jspf.impl.SPF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.spam.sender.DmarcRecord;

/**
 * Asks the sender's domain about a mail: SPF, DKIM and DMARC side by side, within a time limit. A domain whose name servers
 * do not answer is left alone for a minute, and all are when several do not ({@link Silence}), so that mail flows without
 * them. Safe for many threads.
 */
public final class SenderAuthentication {

    private static final Logger LOG = LoggerFactory.getLogger(SenderAuthentication.class);
    private static final Duration KNOWN_KEYS_ONLY = Duration.ofMillis(300);
    private static final int MOST_AT_ONCE = 48;

    private final SPF spf;
    private final DkimCheck dkim;
    private final NameServers names;
    private final Silence silence;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), SenderAuthentication::daemon);

    /**
     * Who handed a mail over.
     *
     * @param address IP address of the client
     * @param helo as it called itself, or its name
     * @param sender of the envelope; empty for a null sender
     * @param fromDomain of the one From address; empty when there is none, or more than one
     */
    public record Client(String address, String helo, String sender, String fromDomain) {}

    @Inject
    public SenderAuthentication(SPF spf, DkimCheck dkim, NameServers names, Clock clock) {
        this.spf = spf;
        this.dkim = dkim;
        this.names = names;
        this.silence = new Silence(clock);
    }

    /**
     * What can be found out within the limit; {@code temperror} for the rest. Never throws.
     *
     * @param known what the signatures were worth before this gateway altered the message; empty when it did not
     */
    public Authentication check(byte[] message, Optional<DkimCheck.Result> known, Client client, Duration limit) {
        String owner = Link.ownedDomain(client.fromDomain());
        boolean silent = silence.holds(owner);
        Duration wait = silent ? KNOWN_KEYS_ONLY : limit;
        CompletableFuture<DkimCheck.Result> signatures = known.map(CompletableFuture::completedFuture)
                .orElseGet(() -> start(() -> dkim.check(message), new DkimCheck.Result("temperror", List.of()), wait));
        CompletableFuture<String> path = start(() -> silent ? "temperror" : spf(client), "temperror", wait);
        CompletableFuture<DmarcRecord> policy =
                start(() -> silent ? DmarcRecord.UNKNOWN : dmarc(client.fromDomain()), DmarcRecord.UNKNOWN, wait);
        DkimCheck.Result signed = signatures.join();
        Authentication found = new Authentication(
                path.join(),
                domainOf(client.sender()),
                signed.result(),
                signed.domains(),
                client.fromDomain(),
                policy.join());
        if (!silent) {
            remember(owner, client, found);
        }
        return found;
    }

    private void remember(String owner, Client client, Authentication found) {
        boolean policyKnown = found.dmarc().policy() != DmarcRecord.Policy.UNKNOWN;
        if (found.spf().equals("temperror") && !policyKnown) {
            if (silence.unanswered(owner)) {
                LOG.warn(
                        "name servers do not answer: senders are not authenticated for {} seconds"
                                + " (Authentication-Results: temperror)",
                        Silence.LASTS.toSeconds());
            }
        } else if (policyKnown && !client.fromDomain().isEmpty() || asksSpf(client)) {
            silence.answered();
        }
    }

    private static boolean asksSpf(Client client) {
        return !client.sender().isEmpty() && !client.address().isEmpty();
    }

    private <T> CompletableFuture<T> start(Supplier<T> check, T otherwise, Duration limit) {
        try {
            return CompletableFuture.supplyAsync(check, pool)
                    .exceptionally(failure -> otherwise)
                    .completeOnTimeout(otherwise, limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(otherwise);
        }
    }

    private String spf(Client client) {
        if (!asksSpf(client)) {
            return "none";
        }
        return spf.checkSPF(client.address(), client.sender(), client.helo())
                .getResult()
                .toLowerCase(Locale.ROOT);
    }

    private DmarcRecord dmarc(String domain) {
        if (domain.isEmpty()) {
            return DmarcRecord.UNPUBLISHED;
        }
        try {
            DmarcRecord own = DmarcRecord.read(names.texts("_dmarc." + domain), false);
            String owner = Link.ownedDomain(domain);
            return own.isPublished() || owner.equals(domain)
                    ? own
                    : DmarcRecord.read(names.texts("_dmarc." + owner), true);
        } catch (IOException e) {
            return DmarcRecord.UNKNOWN;
        }
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sender-authentication");
        thread.setDaemon(true);
        return thread;
    }
}
