/**
 * Spam that waits in the quarantine, and the people who look through it (Điều 5 khoản 3 điểm i, Điều 8 khoản 1; NĐ
 * 30/2020/NĐ-CP Điều 22: a document that was taken for spam must be found in time).
 *
 * <p>{@link vn.vanthu.quarantine.QuarantineRule} decides. The bytes are kept in {@link vn.vanthu.held.HeldMails}, once for a
 * mail; {@link vn.vanthu.quarantine.QuarantinedMails} holds a row for each mailbox that did not get it, for each person
 * decides for himself. {@link vn.vanthu.quarantine.QuarantineFlow} is the topic of the digests: it sends them, takes the
 * answers, and finishes after a crash what an answer began. A release is written first, then queued under the mail's own id,
 * so delivery knows a second one.
 */
@NullMarked
package vn.vanthu.quarantine;

import org.jspecify.annotations.NullMarked;
