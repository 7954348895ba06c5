package vn.vanthu.spam.rule;

/**
 * One reason for a score.
 *
 * @param name in capitals, as in {@code X-Spam-Status}
 * @param points above zero for spam, below zero for the sender
 */
public record Symbol(String name, double points) {}
