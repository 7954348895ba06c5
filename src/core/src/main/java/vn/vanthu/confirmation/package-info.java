/**
 * Mail that leaves only when somebody has looked at it: its topic is security, defence or public order (Điều 3 khoản 1), or
 * something in it could not be read, so that nobody knows whether it bears a secrecy mark.
 *
 * <p>{@link vn.vanthu.confirmation.ConfirmationRule} says which mail that is. It is held ({@link vn.vanthu.held}), the
 * confirmer is asked by mail ({@link vn.vanthu.question}), and {@link vn.vanthu.confirmation.ConfirmationFlow} follows it to
 * its end: confirmed, it enters the pipeline again from the beginning and meets every other gate; rejected or not answered, it
 * goes to nobody. The confirmer is never who sends it.
 */
@NullMarked
package vn.vanthu.confirmation;

import org.jspecify.annotations.NullMarked;
