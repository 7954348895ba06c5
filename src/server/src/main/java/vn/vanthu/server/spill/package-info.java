/** A secret that was found later: erasing a mail everywhere that this gateway keeps it ({@code ./vanthu spill}). */
@NullMarked
package vn.vanthu.server.spill;

import org.jspecify.annotations.NullMarked;
