/**
 * The mailets that {@code conf/mailetcontainer.xml} names. Each reads the mail, asks the core, records, and carries out.
 *
 * <p>They are immutable after {@code init}: many threads call them. A mailet that cannot reach the register never lets
 * the mail pass: the mail waits and comes back ({@link vn.vanthu.james.Waiting}).
 */
@NullMarked
package vn.vanthu.mailets;

import org.jspecify.annotations.NullMarked;
