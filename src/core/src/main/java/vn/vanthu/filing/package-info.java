/**
 * Filing of registered documents (Điều 7 khoản 2, Điều 8 khoản 1 điểm a): names and layout are pure functions, {@link
 * vn.vanthu.filing.Archive} writes.
 *
 * <p>On disk: {@code Văn bản đến/2026/11/Quyết định/0123_2026_847-QĐ-SNgV_Về việc .../}, with the message as it was
 * delivered, its attachments and a sheet that any browser shows. A folder appears as a whole or not at all. The same content
 * is on the disk once, under as many names as it needs. In mailboxes: {@code Văn bản đến/2026/11/Quyết định}.
 */
@NullMarked
package vn.vanthu.filing;

import org.jspecify.annotations.NullMarked;
