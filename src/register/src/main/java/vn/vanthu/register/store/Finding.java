package vn.vanthu.register.store;

import java.util.Locale;

/**
 * Something that {@code audit verify} found.
 *
 * @param table the log table, or {@code seal}
 * @param row the row's key and id, for people; for a seal its number
 */
public record Finding(Kind kind, String table, String row, String detail) {

    /** What was done to the register. */
    public enum Kind {
        /** The row's content is not what was written. */
        CHANGED,
        /** A sealed row is not there any more. */
        DELETED,
        /** The row was not written by this program. */
        INSERTED,
        /** A seal or its list of rows is not what was written: changed, reordered, or taken out of the chain. */
        SEAL_BROKEN,
        /** The known seal head is not in the chain: the tail was cut off, or everything was rewritten. */
        TRUNCATED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + table + " " + row + ": " + detail;
    }
}
