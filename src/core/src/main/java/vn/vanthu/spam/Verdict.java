package vn.vanthu.spam;

import java.util.Locale;

/** What a score means with the usual thresholds. */
public enum Verdict {
    HAM,
    /** Delivered and marked, never quarantined. */
    UNSURE,
    SPAM;

    /** As in reports. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
