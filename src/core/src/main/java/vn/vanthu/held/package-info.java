/**
 * Mails that are kept back: the one mechanism for approval, quarantine, secrecy topics, unsure documents and limits.
 *
 * <p><b>What is kept.</b> The bytes, by their SHA-256, synced to disk, in files that only the gateway's account can read;
 * the envelope with the blind recipients and what SMTP knew of the sender, in the register. First the bytes, then the row:
 * a row never lacks its bytes. A mail is held once for each {@link vn.vanthu.held.Purpose}; done again after a crash the
 * first hold is returned, so a mailet may simply hold, and end the mail when that returned.
 *
 * <p><b>What becomes of it.</b> A hold is open until it is {@linkplain vn.vanthu.held.HeldMails#decide decided}: a unique
 * key makes the first decision win, whoever was at it at the same time. Then the feature does what was decided (releases
 * the bytes, tells people), each step with a unique key of its own, and notes that it is
 * {@linkplain vn.vanthu.held.HeldMails#carriedOut carried out}; after a crash it finds what it must finish under
 * {@linkplain vn.vanthu.held.HeldMails#unfinished unfinished}. All rows are insert-only and sealed.
 *
 * <p><b>Letting it go.</b> {@link vn.vanthu.held.HeldMails#content} gives the bytes again after comparing their hash.
 * Bytes are removed when every hold of them is carried out and past its {@code keepUntil}; rows never.
 */
@NullMarked
package vn.vanthu.held;

import org.jspecify.annotations.NullMarked;
