/**
 * The last hop to other servers: a queue of its own, one SMTP conversation for each mail and host, and the outcome of each
 * recipient recorded before the mail leaves the queue.
 *
 * <p>James's {@code RemoteDelivery} loses the remote server's reply, and its bounces when the spool cannot be written; so
 * this is our own. A mail is sent again only to recipients that the register does not know as settled: the one duplicate
 * that can happen is a crash between the remote server's 250 and our record of it.
 */
@NullMarked
package vn.vanthu.james.relay;

import org.jspecify.annotations.NullMarked;
