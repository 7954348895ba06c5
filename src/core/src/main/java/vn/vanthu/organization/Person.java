package vn.vanthu.organization;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person with a login; the login is the address of his own mailbox.
 *
 * @param address login and mailbox
 * @param name as mail clients show it
 * @param title the position, for example {@code Trưởng phòng Lễ tân}
 * @param unitId the unit he works in; null for the agency's leaders
 */
public record Person(String address, String name, String title, Role role, @Nullable String unitId) {

    public Person {
        Addresses.requireComplete(address);
        Objects.requireNonNull(role, "role");
    }

    public boolean has(Role wanted) {
        return role == wanted;
    }

    /** Whether he works in the unit. */
    public boolean isIn(Unit unit) {
        return unit.id().equals(unitId);
    }
}
