/** The parts of the James assembly that James 3.8.1 does not publish, or that must be other than its own. */
@NullMarked
package vn.vanthu.server.james;

import org.jspecify.annotations.NullMarked;
