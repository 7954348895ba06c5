package vn.vanthu.organization;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the agency (phòng, đơn vị).
 *
 * @param id short and stable, for example {@code letan}
 * @param name for people, for example {@code Phòng Lễ tân}
 * @param symbol as it stands in the symbols of documents, for example {@code LT}
 * @param head the address of the person who heads it
 * @param mailboxAddress its mailbox; null for the office, whose mailbox is the agency's
 */
public record Unit(String id, String name, String symbol, String head, @Nullable String mailboxAddress) {

    public Unit {
        Addresses.requireComplete(head);
        if (mailboxAddress != null) {
            Addresses.requireComplete(mailboxAddress);
        }
    }

    public Optional<String> mailbox() {
        return Optional.ofNullable(mailboxAddress);
    }
}
