package vn.vanthu.limit;

import java.time.Instant;

/**
 * A mail of a login to one recipient.
 *
 * @param mailId which mail
 * @param at when it was accepted
 * @param recipient lower case
 */
public record Sending(String mailId, Instant at, String recipient) {}
