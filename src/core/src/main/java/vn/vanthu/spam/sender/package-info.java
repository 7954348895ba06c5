/** What the sender's domain proves: the results of SPF, DKIM and DMARC as values, and what they count. */
@NullMarked
package vn.vanthu.spam.sender;

import org.jspecify.annotations.NullMarked;
