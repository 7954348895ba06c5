package vn.vanthu.register.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number of a book as it stands now.
 *
 * @param version 1 for the first row of this number; each change adds one
 * @param enteredAt when the number was given
 * @param arrivedOn ngày đến, or the day when an outgoing number was given
 * @param reservedUntil when the reservation lapses; null unless reserved with an end
 */
public record Entry(
        BookNumber number,
        int version,
        State state,
        Instant enteredAt,
        LocalDate arrivedOn,
        DocumentFields fields,
        String mailbox,
        String mailId,
        String sha256,
        @Nullable Instant reservedUntil) {

    /** {@code trang_thai}; an earlier version of a corrected entry shows as {@code superseded}. */
    public enum State {
        RESERVED,
        REGISTERED,
        VOIDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Số, ký hiệu as printed on the document; empty when it is not known. */
    public String code() {
        return fields.get(Field.CODE);
    }
}
