/** Mail that a gate holds, on James's side: kept, and put back on its way. Whatever holds it, and for whatever purpose. */
@NullMarked
package vn.vanthu.james.held;

import org.jspecify.annotations.NullMarked;
