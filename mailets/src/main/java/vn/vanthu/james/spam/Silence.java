package vn.vanthu.james.spam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * When somebody who is asked about domains is left alone for a minute: after he gave no answer about several different ones,
 * and an answer about none in between. One domain alone, which may be an attacker's, silences only itself. Safe for many
 * threads.
 */
final class Silence {

    static final Duration LASTS = Duration.ofMinutes(1);
    private static final int DIFFERENT = 3;
    private static final int MOST_DOMAINS = 1000;

    private final Clock clock;
    private final Set<String> unanswered = new HashSet<>();
    private final Map<String, Instant> domains = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_DOMAINS;
        }
    };
    private Instant until = Instant.MIN;

    Silence(Clock clock) {
        this.clock = clock;
    }

    /** Whether nothing is asked now, about whomever. */
    synchronized boolean holds() {
        return clock.instant().isBefore(until);
    }

    /** Whether nothing is asked about this domain now. */
    synchronized boolean holds(String domain) {
        return holds() || clock.instant().isBefore(domains.getOrDefault(domain, Instant.MIN));
    }

    synchronized void answered() {
        unanswered.clear();
    }

    /** Whether there were several of them in a row now: reason for silence about everybody. */
    synchronized boolean unanswered(String domain) {
        domains.remove(domain);
        domains.put(domain, clock.instant().plus(LASTS));
        unanswered.add(domain);
        if (unanswered.size() < DIFFERENT) {
            return false;
        }
        unanswered.clear();
        return true;
    }

    /** From now on nothing is asked, about whomever. */
    synchronized void begin() {
        until = clock.instant().plus(LASTS);
    }
}
