/** Papers that tests write: as PDF, as scan, as Word file, in mails. */
@NullMarked
package vn.vanthu.documents.testing;

import org.jspecify.annotations.NullMarked;
