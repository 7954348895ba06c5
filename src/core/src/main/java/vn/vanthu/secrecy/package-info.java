/**
 * State secrets (Luật 29/2018, NĐ 26/2020): whether a mail bears a secrecy mark. Such a mail is not taken (Quy chế, Điều 3
 * khoản 1: "trừ văn bản mật"): a machine on a network must not even store it.
 *
 * <p>{@link vn.vanthu.secrecy.SecrecyRule} is a pure function over the subject and what was read of the parts. A mark stands
 * alone in capitals (head of the document, stamp, frame, with spaces between its letters), or set off in a subject or a
 * file name. The same word in running text ("bảo mật", "mật khẩu", "bí mật", a name, a quoted law) is none.
 */
@NullMarked
package vn.vanthu.secrecy;

import org.jspecify.annotations.NullMarked;
