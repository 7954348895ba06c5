package vn.vanthu.spam.sender;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderAddress;

/** The domains that the reader sees behind From; DMARC is asked about each of them (RFC 7489, 6.6.1). */
public final class ShownDomain {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9._-]+");

    /** Nobody writes for more; name servers are asked about each. */
    private static final int MOST = 5;

    private ShownDomain() {}

    /**
     * What is written so that it is no plain address is one to the reader too.
     *
     * @return lower case, each once; one empty domain when From has none
     */
    public static List<String> of(List<HeaderAddress> from) {
        List<String> domains = from.stream()
                .map(HeaderAddress::address)
                .map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .distinct()
                .limit(MOST)
                .toList();
        return domains.isEmpty() ? List.of("") : domains;
    }

    /** What counts of the results for each domain: a forged one before one that nothing proves, before a proven one. */
    public static Authentication worst(List<Authentication> results) {
        return results.stream()
                .filter(Authentication::isForged)
                .findFirst()
                .or(() -> results.stream().filter(result -> !result.isAligned()).findFirst())
                .orElseGet(() -> results.get(0));
    }
}
