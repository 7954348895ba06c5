/**
 * Reads what a mail carries, as text with its place on the page: {@link vn.vanthu.documents.MessageContents}.
 *
 * <p>Bodies in plain text and HTML are read where they are. Every other file is read in a child process with limits on
 * memory and time ({@link vn.vanthu.documents}), by Apache Tika and the libraries under it: no file can take the
 * gateway down or hold it up. Pictures and scanned pages are read by tesseract.
 *
 * <p>Guarantees: whatever a file is, reading it ends within the limits and gives a part. What could not be read, or not
 * wholly, is unread with a reason, never left out. Files that stand in other files count like attachments, at any depth up
 * to the limit. Copies in the temporary folder live as long as the reading.
 */
@NullMarked
package vn.vanthu.documents;

import org.jspecify.annotations.NullMarked;
