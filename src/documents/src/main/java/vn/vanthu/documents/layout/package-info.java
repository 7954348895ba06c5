/** From letters and words with their place on a page, and from tables in flowing text, to lines in columns. */
@NullMarked
package vn.vanthu.documents.layout;

import org.jspecify.annotations.NullMarked;
