package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A person's task to look after the agency's or a unit's mailbox (phân công theo dõi hộp thư).
 *
 * @param person his address
 * @param mailbox the shared mailbox
 * @param send whether he may send as it
 * @param open whether he may read it
 */
public record Assignment(String person, String mailbox, boolean send, boolean open, Period period) {

    public Assignment {
        Addresses.requireComplete(person);
        Addresses.requireComplete(mailbox);
        Objects.requireNonNull(period, "period");
    }

    boolean covers(Mailbox shared, LocalDate day) {
        return mailbox.equals(shared.address()) && period.contains(day);
    }
}
