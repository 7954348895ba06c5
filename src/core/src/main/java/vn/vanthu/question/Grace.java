package vn.vanthu.question;

import java.time.Duration;
import java.time.Instant;

/**
 * Time for answers that were accepted before a stop and still lie in the spool: some minutes after a start, nothing that was
 * asked before it is over.
 *
 * @param started when the gateway started
 */
public record Grace(Instant started) {

    static final Duration LASTS = Duration.ofMinutes(5);

    /**
     * Whether a time is over.
     *
     * @param begun when it began
     */
    public boolean isOver(Instant begun, Instant end, Instant now) {
        Instant earliest = begun.isBefore(started) ? started.plus(LASTS) : begun;
        return !now.isBefore(end) && !now.isBefore(earliest);
    }
}
