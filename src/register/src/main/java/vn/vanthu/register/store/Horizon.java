package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * How far back a question looks that is asked every few seconds. What is open ends some day, or ended a moment ago; so a
 * month is enough, but for what a gateway left that stood still: everything is looked at first, and then once an hour.
 */
final class Horizon {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration AFTER_SUCCESS = Duration.ofHours(1);
    /** A register too large for looking at all of it answers at least about the month. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();

    Horizon(Clock clock) {
        this.clock = clock;
    }

    @FunctionalInterface
    interface Look<T> {
        /** @param time in UTC; what ended before is left out */
        T since(LocalDateTime time) throws RegisterUnavailableException;
    }

    /** @param question by which it is told from others */
    <T> T look(String question, Look<T> look) throws RegisterUnavailableException {
        Instant now = clock.instant();
        if (!isDue(question, now)) {
            return look.since(LogRow.utc(now.minus(MONTH)));
        }
        next.put(question, now.plus(AFTER_FAILURE));
        T found = look.since(LogRow.utc(Instant.EPOCH));
        next.put(question, now.plus(AFTER_SUCCESS));
        return found;
    }

    /** A clock that was set back does not put it off. */
    private boolean isDue(String question, Instant now) {
        Instant time = next.getOrDefault(question, now);
        return !now.isBefore(time) || time.isAfter(now.plus(AFTER_SUCCESS));
    }

    /** More was found than fits into one answer: the next look is at everything again. */
    void lookAgain(String question) {
        next.remove(question);
    }
}
