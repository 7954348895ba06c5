/**
 * Texts in messages: brings every text of a message to Unicode and leaves every other byte as it is.
 *
 * <p>The entrance is {@link vn.vanthu.message.text.MessageConverter}. It works on the raw bytes: undeclared 8-bit text is
 * lost as soon as a MIME library has decoded it. The result is the original with stretches replaced.
 */
@NullMarked
package vn.vanthu.message.text;

import org.jspecify.annotations.NullMarked;
