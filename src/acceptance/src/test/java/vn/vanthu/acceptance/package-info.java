/** Scenarios with a real gateway, real SMTP and IMAP, a real MariaDB: what issue 2 promises, tried from outside. */
@NullMarked
package vn.vanthu.acceptance;

import org.jspecify.annotations.NullMarked;
