/**
 * Registration of documents that come by mail (Điều 8 khoản 1 điểm a bước 1; NĐ 30/2020, Điều 22): which ones are entered by
 * themselves, which ones the clerk is asked about.
 *
 * <p>A document is entered by itself when its fields are sure, and when the sender has proved, by an aligned DKIM signature
 * or SPF, that he writes from a domain which the address book ties to the agency that issued it. Everything else waits.
 */
@NullMarked
package vn.vanthu.registration;

import org.jspecify.annotations.NullMarked;
