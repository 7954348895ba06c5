package vn.vanthu.organization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the agency (phòng, đơn vị).
 *
 * @param id short and stable, for example {@code letan}
 * @param name for people, for example {@code Phòng Lễ tân}
 * @param symbol as it stands in the symbols of documents, for example {@code LT}
 * @param head the address of the person who heads it
 * @param mailboxAddress its mailbox; null for the office, whose mailbox is the agency's
 * @param otherNames by which it is called too, such as its English one
 */
public record Unit(
        String id, String name, String symbol, String head, @Nullable String mailboxAddress, List<String> otherNames) {

    public Unit {
        otherNames = List.copyOf(otherNames);
        Addresses.requireComplete(head);
        if (mailboxAddress != null) {
            Addresses.requireComplete(mailboxAddress);
        }
    }

    /** Every name by which people know it: the full one first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream()).toList();
    }

    public Optional<String> mailbox() {
        return Optional.ofNullable(mailboxAddress);
    }
}
