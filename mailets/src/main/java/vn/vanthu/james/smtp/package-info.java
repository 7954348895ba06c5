/**
 * What VanThu adds to the SMTP dialogue. Port 25 takes mail for our domains only, relays for nobody and knows no AUTH;
 * the submission ports take mail only from a login, over TLS. New mail gets 451 while it could not be recorded.
 */
@NullMarked
package vn.vanthu.james.smtp;

import org.jspecify.annotations.NullMarked;
