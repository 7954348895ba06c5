package vn.vanthu.james.spam;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import vn.vanthu.spam.rule.Symbol;

/**
 * A list of clients' addresses that is published in DNS (RFC 5782), for IPv4 and IPv6. What is no entry of such a list (an
 * address outside 127.0.0.0/8, the error codes 127.255.255.*) counts nothing. A list that has 127.0.0.1 has everything, as
 * lists do when they end: it is ignored for an hour. Safe for many threads.
 */
public final class BlockList implements Adviser {

    private static final Duration TRUSTED_FOR = Duration.ofHours(1);

    private final String zone;
    private final double points;
    private final NameServers names;
    private final Clock clock;
    private final AtomicReference<Health> health = new AtomicReference<>();

    /** Whether the list was found to list everything, and until when that is believed. */
    private record Health(CompletableFuture<Boolean> isBroken, Instant until) {}

    /**
     * @param zone where the list is asked, for example {@code zen.spamhaus.org}
     * @param points of a client that it lists
     */
    public BlockList(String zone, double points, NameServers names, Clock clock) {
        this.zone = zone.toLowerCase(Locale.ROOT);
        this.points = points;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<Symbol>> ask(Inquiry inquiry) {
        byte[] client = publicAddress(inquiry.clientAddress());
        if (client.length == 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<Boolean> listed =
                names.addresses(reversed(client) + "." + zone).thenApply(BlockList::isListed);
        return listed.thenCombine(isBroken(), (yes, broken) -> yes && !broken ? List.of(symbol()) : List.of());
    }

    private Symbol symbol() {
        return new Symbol("BLOCKLIST_" + zone.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"), points);
    }

    private CompletableFuture<Boolean> isBroken() {
        Health known = health.get();
        if (known != null
                && clock.instant().isBefore(known.until())
                && !known.isBroken().isCompletedExceptionally()) {
            return known.isBroken();
        }
        CompletableFuture<Boolean> asked = names.addresses("1.0.0.127." + zone).thenApply(BlockList::isListed);
        health.set(new Health(asked, clock.instant().plus(TRUSTED_FOR)));
        return asked;
    }

    private static boolean isListed(List<InetAddress> answers) {
        return !answers.isEmpty()
                && answers.stream().map(InetAddress::getAddress).allMatch(BlockList::isEntry);
    }

    private static boolean isEntry(byte[] answer) {
        boolean error = (answer[1] & 0xFF) == 255 && (answer[2] & 0xFF) == 255;
        return answer[0] == 127 && !error;
    }

    /** Empty for what is no address, or one of this network: lists know nothing of those. */
    private static byte[] publicAddress(String text) {
        if (!text.matches("[0-9A-Fa-f.:]+")) {
            return new byte[0];
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            boolean own = address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress();
            return own ? new byte[0] : address.getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    /** {@code 4.3.2.1}; of an IPv6 address every half byte. */
    private static String reversed(byte[] address) {
        StringBuilder name = new StringBuilder();
        for (int i = address.length - 1; i >= 0; i--) {
            int value = address[i] & 0xFF;
            String part = address.length == 4
                    ? String.valueOf(value)
                    : Integer.toHexString(value & 0xF) + "." + Integer.toHexString(value >> 4);
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return "block list " + zone;
    }
}
