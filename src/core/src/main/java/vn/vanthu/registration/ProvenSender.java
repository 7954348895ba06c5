package vn.vanthu.registration;

import java.util.Locale;
import java.util.Set;
import vn.vanthu.organization.Place;

/**
 * Who a mail is from, and whether he proved it.
 *
 * @param address the one address in From, lower case; empty when there is none or several
 * @param proved domains that were proved by DKIM or SPF, lower case; none where DMARC fails
 */
public record ProvenSender(String address, Set<String> proved) {

    public ProvenSender {
        address = address.toLowerCase(Locale.ROOT);
        proved = Set.copyOf(proved);
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whether a domain that was proved is that of From, or above or below it (relaxed alignment, RFC 7489, 3.1). */
    public boolean isAuthenticated() {
        return !address.isEmpty() && proved.stream().anyMatch(domain -> isAligned(domain, domain()));
    }

    private static boolean isAligned(String proved, String shown) {
        return proved.equals(shown)
                || shown.endsWith("." + proved) && isOrganization(proved)
                || proved.endsWith("." + shown) && isOrganization(shown);
    }

    /** Not the registry's own: {@code vn}, {@code gov.vn}. */
    private static boolean isOrganization(String domain) {
        return domain.chars().filter(character -> character == '.').count() >= (domain.endsWith(".vn") ? 2 : 1);
    }

    /** Whether he proved that he writes for this place. */
    public boolean speaksFor(Place place) {
        return isAuthenticated() && place.domains().contains(domain());
    }
}
