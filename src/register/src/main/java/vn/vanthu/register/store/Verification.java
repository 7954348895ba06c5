package vn.vanthu.register.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code audit verify}.
 *
 * @param rows sealed rows that were looked at
 * @param unsealed rows that are intact but have no leaf yet: younger than ten seconds, or written before a crash
 * @param findings the first ones, in the order of the seals; empty when nothing was altered
 * @param erased what was erased by law, the first ones; everything else of these rows is intact
 * @param head the newest seal; null when there is none
 * @param headKnown whether a known head was compared; without one, truncation and rewriting are not excluded
 */
public record Verification(
        long seals,
        long rows,
        long unsealed,
        List<Finding> findings,
        List<Erased> erased,
        @Nullable SealHead head,
        boolean headKnown) {

    public Verification {
        findings = List.copyOf(findings);
        erased = List.copyOf(erased);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
