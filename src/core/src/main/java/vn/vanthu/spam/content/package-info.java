/**
 * What the rules against spam and the learner see of a message: one pass over it, with limits on everything that grows
 * with it.
 */
@NullMarked
package vn.vanthu.spam.content;

import org.jspecify.annotations.NullMarked;
