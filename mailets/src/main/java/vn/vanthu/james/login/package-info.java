/**
 * Who logs in, and as whom: one place that checks passwords for SMTP and IMAP, slows guessing down and locks it out, and
 * lets an assigned person open an agency or unit mailbox.
 */
@NullMarked
package vn.vanthu.james.login;

import org.jspecify.annotations.NullMarked;
