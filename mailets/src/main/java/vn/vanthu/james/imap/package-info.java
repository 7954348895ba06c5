/** What stands in the way of a secret that somebody puts into a folder with his mail program. */
@NullMarked
package vn.vanthu.james.imap;

import org.jspecify.annotations.NullMarked;
