/** The gate for mail that somebody must look at first, on James's side: reading, holding, asking, letting go. */
@NullMarked
package vn.vanthu.james.confirmation;

import org.jspecify.annotations.NullMarked;
