package vn.vanthu.organization;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An agency outside, as it is written under "Nơi nhận".
 *
 * @param addresses where its documents are sent, lower case; may be empty
 * @param domains from which its own documents come, lower case; may be empty
 */
public record Place(String name, List<String> otherNames, List<String> addresses, List<String> domains) {

    public Place {
        otherNames = List.copyOf(otherNames);
        addresses = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        domains =
                domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether it is called so; case, kind of spaces and Unicode form do not count. */
    public boolean isCalled(String wanted) {
        String key = key(wanted);
        return Stream.concat(Stream.of(name), otherNames.stream())
                .anyMatch(each -> key(each).equals(key));
    }

    /** Whether the address stands among its addresses; others in its domains may be anybody's. */
    public boolean lists(String address) {
        return addresses.contains(address.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the address is one of its own, or in one of its domains. */
    public boolean owns(String address) {
        return lists(address)
                || domains.contains(Addresses.domainOf(address.strip().toLowerCase(Locale.ROOT)));
    }

    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
