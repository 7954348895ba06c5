/** The gate for mail that speaks for the agency, on James's side: reading, holding, asking, releasing. */
@NullMarked
package vn.vanthu.james.approval;

import org.jspecify.annotations.NullMarked;
