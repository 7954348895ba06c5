/**
 * The way of a mail that speaks for the agency: held, put before its approver, decided, released or given back.
 *
 * <p>{@link vn.vanthu.approval.flow.ApprovalFlow} is the state machine over {@link vn.vanthu.held} and
 * {@link vn.vanthu.question}: a hold is open until its newest question is closed with an answer that ends it. Approved:
 * release rows for exactly the frozen recipients and bytes, the outgoing book, the mail into the processor
 * {@code release}, then everyone is told. Forwarded or expired: the next question, to the named person, or to the next by
 * role beside those who were asked. Whoever answers first decides; every step has a key and may be taken again.
 *
 * <p>Mails are sent through {@link vn.vanthu.approval.flow.ApprovalPost}; here are no mails, only their occasions.
 */
@NullMarked
package vn.vanthu.approval.flow;

import org.jspecify.annotations.NullMarked;
