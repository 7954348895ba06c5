/**
 * A message as the rules see it: read from the raw bytes, one parser for every rule, so that the SMTP hooks, the mailets
 * and the commands see the same thing.
 *
 * <p>{@link vn.vanthu.message.MessageReader} takes the header and the fingerprint, {@link vn.vanthu.message.PartReader}
 * goes through the parts with MIME4J.
 *
 * <p>Guarantees: no bytes whatever make anything here throw; only a stream that fails does. Memory is bounded by the
 * limits on headers, not by the size of the message, which is read once and never held. What is unusual about a message
 * is told as {@link vn.vanthu.message.Oddity} and {@link vn.vanthu.message.Unread}, so that a gate can refuse what
 * readers may understand differently. Values are immutable and safe for many threads.
 *
 * <p>Text is decoded for people: RFC 2047, then for bytes without a declared charset UTF-8 if they are valid UTF-8, else
 * windows-1252. The bytes stay at hand for the text engine, which knows the Vietnamese encodings.
 */
@NullMarked
package vn.vanthu.message;

import org.jspecify.annotations.NullMarked;
