/** The spam filter in James: authentication of the sender, and what a mail carries of its score. */
@NullMarked
package vn.vanthu.james.spam;

import org.jspecify.annotations.NullMarked;
