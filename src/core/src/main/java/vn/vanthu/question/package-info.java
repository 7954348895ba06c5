/**
 * Questions by mail: the one mechanism for approvals, the clerk's documents, quarantine and limits.
 *
 * <p><b>Asking.</b> A feature (a {@link vn.vanthu.question.Topic}) writes a {@link vn.vanthu.question.Question} down and
 * mails it to those who are asked, from {@code vanthu-he-thong@}, with the key in the Reply-To address
 * ({@code vanthu-he-thong+KEY@}). The key is an HMAC of the question with a secret of the data folder: asked again after a
 * crash the question is the same mail with the same key. The register keeps only the key's hash.
 *
 * <p><b>Answering.</b> A reply goes through {@link vn.vanthu.command}: only an authenticated submission whose login was
 * asked answers; the first line that he typed is one of the topic's {@link vn.vanthu.question.Reply replies}. An unclear
 * or incomplete one gets help and changes nothing. The first answer {@linkplain vn.vanthu.question.AskedQuestion#close
 * closes} the question, by a unique key; the same answer of the same person again gets the same words; any other is told
 * what stands. A question that is withdrawn or overtaken is closed in the same way, so nothing is ever decided twice.
 *
 * <p><b>Silence.</b> {@link vn.vanthu.question.QuestionDesk#tend} reminds once and lets the topic handle questions whose
 * time is over. In time is what was accepted by SMTP in time; so after a start there is some {@linkplain vn.vanthu.question.Grace
 * grace}, in which the spool is worked off.
 */
@NullMarked
package vn.vanthu.question;

import org.jspecify.annotations.NullMarked;
