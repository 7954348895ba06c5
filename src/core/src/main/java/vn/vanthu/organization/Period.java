package vn.vanthu.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some days, the first and the last of them included.
 *
 * @param from the first day; null for since ever
 * @param until the last day; null for without end
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

    public static final Period ALWAYS = new Period(null, null);

    public Period {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until " + until + " is before from " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
