/**
 * How the gateway is: one list of {@link vn.vanthu.server.status.StatusLine}s, read from outside as an administrator would.
 *
 * <p>{@code ./vanthu status}, James's health checks (WebAdmin {@code /healthcheck}) and the daily mail to the administrator all
 * show the same list. Nothing here changes anything.
 */
@NullMarked
package vn.vanthu.server.status;

import org.jspecify.annotations.NullMarked;
