/**
 * What VanThu decides about a mail, and why.
 *
 * <p>A rule takes values and returns a {@link vn.vanthu.decision.Decision}; it does no I/O. The caller records the
 * decision in the register and carries it out. Each decision has a {@link vn.vanthu.decision.Reason} with the clause of
 * the regulation that it carries out.
 */
@NullMarked
package vn.vanthu.decision;

import org.jspecify.annotations.NullMarked;
