/**
 * Documents in mails: reading them, who sent them, putting them before the clerk, and the folders they are filed in. The
 * rules are in {@code vn.vanthu.registration} and {@code vn.vanthu.filing} of the core.
 */
@NullMarked
package vn.vanthu.james.document;

import org.jspecify.annotations.NullMarked;
