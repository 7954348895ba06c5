/** The gateway put together: James, the register and the configuration, started and stopped as one. */
@NullMarked
package vn.vanthu.server;

import org.jspecify.annotations.NullMarked;
