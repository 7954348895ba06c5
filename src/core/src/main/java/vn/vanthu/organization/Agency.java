package vn.vanthu.organization;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The agency (cơ quan).
 *
 * @param name its full name, for example {@code Sở Ngoại vụ tỉnh Bình Định}
 * @param symbol as it stands in the symbols of its documents, for example {@code SNgV}
 * @param domains its mail domains, lower case; the first is that of bare names and of the service addresses
 * @param mailbox the address of the agency's own mailbox
 * @param otherNames by which it is called too
 */
public record Agency(String name, String symbol, List<String> domains, String mailbox, List<String> otherNames) {

    /** The name before the @ of {@link #registerAddress()}. */
    static final String REGISTER_NAME = "so";
    /** The name before the @ of {@link #noticesAddress()}. */
    static final String NOTICES_NAME = "vanthu-he-thong";

    public Agency {
        domains =
                domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
        otherNames = List.copyOf(otherNames);
        Addresses.requireComplete(mailbox);
        if (domains.isEmpty() || name.isBlank() || symbol.isBlank()) {
            throw new IllegalArgumentException("an agency has a name, a symbol and a domain");
        }
    }

    /** The first domain. */
    public String domain() {
        return domains.get(0);
    }

    /** Every name by which people know the agency: the full one first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream()).toList();
    }

    /** The service address for the clerk's commands and for everyone's "please register this". */
    public String registerAddress() {
        return REGISTER_NAME + "@" + domain();
    }

    /** The service address that sends notices and takes the answers to them. */
    public String noticesAddress() {
        return NOTICES_NAME + "@" + domain();
    }
}
