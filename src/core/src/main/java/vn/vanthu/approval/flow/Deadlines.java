package vn.vanthu.approval.flow;

import java.time.Duration;

/**
 * How long an approval, or a confirmation, may take.
 *
 * @param remind after which who was asked is reminded
 * @param escalate after which the next one is asked too
 * @param expire after which the mail is given back to its sender
 */
public record Deadlines(Duration remind, Duration escalate, Duration expire) {

    public Deadlines {
        if (remind.isNegative() || remind.compareTo(escalate) > 0 || escalate.compareTo(expire) > 0) {
            throw new IllegalArgumentException("remind after " + remind + ", escalate after " + escalate
                    + ", expire after " + expire + ": each at least as long as the one before");
        }
    }

    /** Kept with the hold: {@code PT4H PT24H PT168H}. */
    String text() {
        return remind + " " + escalate + " " + expire;
    }

    static Deadlines parse(String text) {
        String[] parts = text.split(" ");
        return new Deadlines(Duration.parse(parts[0]), Duration.parse(parts[1]), Duration.parse(parts[2]));
    }
}
