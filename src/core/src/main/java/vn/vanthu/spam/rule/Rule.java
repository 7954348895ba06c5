package vn.vanthu.spam.rule;

import java.util.function.Predicate;
import vn.vanthu.spam.content.MailContent;

/**
 * One thing to see in a message.
 *
 * @param name in capitals, as in {@code X-Spam-Status}
 * @param points what it adds to the score
 * @param meaning for people, in Vietnamese
 * @param matches a pure function
 */
public record Rule(String name, double points, String meaning, Predicate<MailContent> matches) {}
