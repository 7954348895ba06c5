package vn.vanthu.question;

import java.time.Instant;

/**
 * How a question was closed. There is one, ever.
 *
 * @param outcome stable, lower case, words joined by underscores: {@code approved}, {@code changes_requested},
 *     {@code withdrawn}, {@code expired}
 * @param login who closed it; empty when time did
 * @param mailId of the mail with the answer; empty when none was needed
 * @param text his words, for example the reason; may be empty
 */
public record Answered(String outcome, String login, String mailId, String text, Instant at) {

    /** Whether it was this person who gave this very answer. */
    public boolean isBy(String who, String what) {
        return login.equals(who) && outcome.equals(what);
    }
}
