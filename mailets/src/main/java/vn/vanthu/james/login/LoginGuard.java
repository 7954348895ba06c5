package vn.vanthu.james.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows guessing down and locks it out (Điều 5 khoản 3 điểm h).
 *
 * <p>Counted for each login from one client address, for the login from anywhere, and for the address with any login.
 * After three failures the next try must wait, twice as long each time; at the limit it must wait for the lock's time. A
 * login that succeeds clears its own count. Memory is bounded: the oldest count goes first.
 */
public final class LoginGuard {

    private static final int FREE_FAILURES = 3;
    private static final int MOST_COUNTS = 20_000;

    /**
     * When a lock begins and how long it lasts.
     *
     * @param account failures of one login from one address
     * @param client failures from one address with any login, and of one login from anywhere
     * @param window failures further apart than this are counted anew
     * @param firstWait the wait after the third failure
     */
    public record Limits(int account, int client, Duration window, Duration lock, Duration firstWait) {}

    private record Count(int failures, Instant last) {}

    private final Limits limits;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    public LoginGuard(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether a password may be tried now. */
    public synchronized boolean mayTry(String login, String address) {
        return isOpen(pair(login, address), limits.account(), true)
                && isOpen("login " + login, limits.client(), false)
                && isOpen("address " + address, limits.client(), false);
    }

    public synchronized void failed(String login, String address) {
        count(pair(login, address));
        count("login " + login);
        count("address " + address);
    }

    public synchronized void succeeded(String login, String address) {
        counts.remove(pair(login, address));
        counts.remove("login " + login);
    }

    private boolean isOpen(String key, int limit, boolean slows) {
        @Nullable Count count = counts.get(key);
        if (count == null) {
            return true;
        }
        Duration wait = count.failures() >= limit ? limits.lock() : slows ? slowDown(count.failures()) : Duration.ZERO;
        return !clock.instant().isBefore(count.last().plus(wait));
    }

    private Duration slowDown(int failures) {
        int over = failures - FREE_FAILURES;
        return over < 0 ? Duration.ZERO : limits.firstWait().multipliedBy(1L << Math.min(over, 10));
    }

    private void count(String key) {
        Instant now = clock.instant();
        @Nullable Count before = counts.remove(key);
        boolean stale = before == null
                || before.failures() >= limits.account()
                        && before.last().plus(limits.lock()).isBefore(now)
                || before.last().plus(limits.window()).isBefore(now);
        counts.put(key, new Count(stale ? 1 : before.failures() + 1, now));
    }

    private static String pair(String login, String address) {
        return login + " from " + address;
    }
}
