package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.james.jspf.impl.SPF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.spam.sender.DmarcRecord;

/**
 * Asks the sender's domain about a mail: SPF, DKIM and DMARC side by side, within a time limit. A domain whose name servers
 * do not answer is left alone for a minute ({@link Silence}). All are when several do not and nothing is known of {@link
 * #CONTROL} either: then this machine has no name servers, and mail flows without them. Domains of a forger that never
 * answer do not bring that about. Safe for many threads.
 */
public final class SenderAuthentication {

    private static final Logger LOG = LoggerFactory.getLogger(SenderAuthentication.class);
    private static final Duration KNOWN_KEYS_ONLY = Duration.ofMillis(300);
    private static final Duration CONTROL_WITHIN = Duration.ofSeconds(1);
    /** A name of which any name server that works says something, if only that there is nothing. */
    private static final String CONTROL = "_dmarc.gov.vn";

    private final SPF spf;
    private final DkimCheck dkim;
    private final NameServers names;
    private final Silence silence;
    private final LimitedChecks checks = new LimitedChecks();

    /**
     * Who handed a mail over.
     *
     * @param address IP address of the client
     * @param helo as it called itself, or its name
     * @param sender of the envelope; empty for a null sender
     * @param fromDomain of the one From address; empty when there is none
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
        CompletableFuture<DkimCheck.Result> signatures =
                known.map(CompletableFuture::completedFuture).orElseGet(() -> signatures(message, owner, wait));
        CompletableFuture<String> path = checks.start(() -> silent ? "temperror" : spf(client), "temperror", wait);
        CompletableFuture<DmarcRecord> policy = checks.start(
                () -> silent ? DmarcRecord.UNKNOWN : dmarc(client.fromDomain()), DmarcRecord.UNKNOWN, wait);
        DkimCheck.Result signed = signatures.join();
        Authentication found = new Authentication(
                path.join(),
                domainOf(client.sender()),
                signed.result(),
                signed.domains(),
                signed.unanswered(),
                client.fromDomain(),
                policy.join());
        if (!silent) {
            remember(owner, client, found);
        }
        return found;
    }

    /** Those of the From domain apart from all others, so that none of these can use up the time. */
    private CompletableFuture<DkimCheck.Result> signatures(byte[] message, String owner, Duration wait) {
        List<String> signers = DkimCheck.claimed(message);
        Predicate<String> own = signer -> !owner.isEmpty()
                && Link.ownedDomain(signer.toLowerCase(Locale.ROOT)).equals(owner);
        DkimCheck.Result unknown = new DkimCheck.Result("temperror", List.of());
        CompletableFuture<DkimCheck.Result> others = signers.stream().allMatch(own)
                ? CompletableFuture.completedFuture(DkimCheck.Result.NONE)
                : checks.start(() -> dkim.check(message, own.negate()), unknown, wait);
        List<String> claimed = signers.stream().filter(own).toList();
        return claimed.isEmpty()
                ? others
                : checks.start(
                                () -> dkim.check(message, own),
                                new DkimCheck.Result("temperror", List.of(), claimed),
                                wait)
                        .thenCombine(others, DkimCheck.Result::and);
    }

    private void remember(String owner, Client client, Authentication found) {
        boolean policyKnown = found.dmarc().policy() != DmarcRecord.Policy.UNKNOWN;
        if (found.spf().equals("temperror") && !policyKnown) {
            if (silence.unanswered(owner) && !namesAreKnown()) {
                silence.begin();
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

    private boolean namesAreKnown() {
        return checks.start(() -> isKnown(CONTROL), false, CONTROL_WITHIN).join();
    }

    private boolean isKnown(String name) {
        try {
            names.texts(name);
            return true;
        } catch (IOException e) {
            return false;
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
}
