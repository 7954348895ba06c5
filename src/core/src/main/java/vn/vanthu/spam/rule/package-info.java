/**
 * The rules against spam: each has a name that stands in {@code X-Spam-Status}, points that it adds to the score, and says in
 * Vietnamese what it saw. Points above zero speak for spam, below zero for the sender.
 */
@NullMarked
package vn.vanthu.spam.rule;

import org.jspecify.annotations.NullMarked;
