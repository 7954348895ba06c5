/** Limits on what a login sends, in James: the gate, and the mails about a stop. */
@NullMarked
package vn.vanthu.james.limit;

import org.jspecify.annotations.NullMarked;
