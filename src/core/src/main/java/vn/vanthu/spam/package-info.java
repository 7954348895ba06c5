/**
 * Whether a message is spam: rules with points, and what the filter learned from the mail of this office.
 *
 * <p>{@link vn.vanthu.spam.SpamFilter} is the entrance. Scores count like those of SpamAssassin: from 5 a mail is spam.
 * Between ham and spam lies unsure, which is delivered and marked. Nothing here does I/O but the model's file.
 */
@NullMarked
package vn.vanthu.spam;

import org.jspecify.annotations.NullMarked;
