/**
 * Commands by mail: the one component behind every answer that a person gives, or order that he sends, in a mail.
 *
 * <p>Who commands is who <em>logged in</em> to submit the mail, never who From says; mail that a program made (auto
 * replies, lists, reports, the null sender) never commands anything ({@link vn.vanthu.command.Submitter}). The command is
 * the first line that the person typed himself, and the {@code Key: value} lines below it; quoted text, signatures and what
 * mail programs put around a reply are not read ({@link vn.vanthu.command.MailCommand}). Case and diacritics do not count.
 *
 * <p>{@link vn.vanthu.command.Commands} finds the {@link vn.vanthu.command.Command}, asks whether this person may use it,
 * and runs it. What comes out is an {@link vn.vanthu.command.Answer}: a decision for the register and words for the
 * person. An unclear or incomplete command changes nothing, and its answer says what is missing. The same mail run again
 * changes nothing more and gets the same answer: every change carries the mail's id as its key.
 *
 * <p>A feature adds its commands to the list that {@code Commands} is made of. Questions with a one-time key take the key
 * from {@link vn.vanthu.command.Submitter#key()}: the tag of the address that was written to, {@code so+KEY@}.
 */
@NullMarked
package vn.vanthu.command;

import org.jspecify.annotations.NullMarked;
