package vn.vanthu.held;

import java.time.Instant;

/**
 * What was decided about a held mail. There is one, ever.
 *
 * @param outcome stable, lower case: {@code released}, {@code rejected}, {@code withdrawn}, {@code expired}, or what else
 *     the purpose knows
 * @param login who decided; the service's address when the gateway did by itself
 * @param text his words; may be empty
 */
public record HoldDecision(String outcome, String login, String text, Instant at) {}
