package vn.vanthu.register;

import java.time.Instant;
import vn.vanthu.message.MailId;

/**
 * One thing that happened to a mail for one recipient.
 *
 * @param recipient lower case address
 * @param step names the event within (mail, recipient), so that a repeat writes nothing: {@code delivered},
 *     {@code deferred-3}
 * @param host the remote server's name and address; empty for local delivery
 * @param reply the remote server's reply, or why it failed; empty when there is nothing to say
 */
public record DeliveryEvent(
        MailId id, String recipient, String step, Outcome outcome, Instant at, String host, String reply) {

    /** The event that ends a recipient's delivery: its step is its outcome, so that it stands there once. */
    public static DeliveryEvent settled(
            MailId id, String recipient, Outcome outcome, Instant at, String host, String reply) {
        return new DeliveryEvent(id, recipient, outcome.code(), outcome, at, host, reply);
    }
}
