package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far back a question looks that is asked every few seconds. What is open ends some day, or ended a moment ago; so a
 * month is enough, but for what a gateway left that stood still: everything is looked at first, and then once a day.
 */
final class Horizon {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Instant> lookedAtAll = new ConcurrentHashMap<>();

    Horizon(Clock clock) {
        this.clock = clock;
    }

    /** @param question by which it is told from others; asked again at once it does not look at everything again */
    LocalDateTime of(String question) {
        Instant now = clock.instant();
        Instant last = lookedAtAll.get(question);
        if (last == null || last.plus(DAY).isBefore(now)) {
            lookedAtAll.put(question, now);
            return LogRow.utc(Instant.EPOCH);
        }
        return LogRow.utc(now.minus(MONTH));
    }
}
