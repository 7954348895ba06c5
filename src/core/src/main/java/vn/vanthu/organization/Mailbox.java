package vn.vanthu.organization;

import java.util.Objects;

/**
 * A mailbox of the agency.
 *
 * @param address complete, lower case
 * @param name the agency's, the unit's or the person's name
 */
public record Mailbox(String address, Kind kind, String name) {

    /** Whose mailbox it is. */
    public enum Kind {
        AGENCY,
        UNIT,
        PERSON,
        /** One of VanThu's own addresses: nobody logs in there or sends as it. */
        SERVICE;

        /** Whether people are assigned to it; it has no password of its own. */
        public boolean isShared() {
            return this == AGENCY || this == UNIT;
        }
    }

    public Mailbox {
        Addresses.requireComplete(address);
        Objects.requireNonNull(kind, "kind");
    }
}
