package vn.vanthu.spam.sender;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderAddress;

/** The domain that the reader sees behind From, about which DMARC is asked. */
public final class ShownDomain {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9._-]+");

    private ShownDomain() {}

    /**
     * What is written so that it is no plain address is one to the reader too; of several domains it is one that the
     * envelope does not name (RFC 7489, 6.6.1, has each of them asked about).
     *
     * @param from the entries of From
     * @param sender of the envelope, empty for the null sender
     * @return lower case; empty when From has no domain
     */
    public static String of(List<HeaderAddress> from, String sender) {
        String envelope = domain(sender);
        List<String> domains = from.stream()
                .map(entry -> domain(entry.address()))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .toList();
        return domains.stream()
                .filter(domain -> !domain.equals(envelope))
                .findFirst()
                .orElse(domains.isEmpty() ? "" : domains.get(0));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
