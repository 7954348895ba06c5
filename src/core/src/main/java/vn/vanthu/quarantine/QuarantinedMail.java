package vn.vanthu.quarantine;

import java.time.Instant;
import vn.vanthu.message.MailId;

/**
 * A mail that a mailbox did not get. Mail and mailbox are its key.
 *
 * @param mailbox whose mail it is, behind aliases and groups
 * @param sender as From shows him
 * @param points the score
 * @param reason stable code, see {@link QuarantineRule}
 * @param why for people, in Vietnamese
 * @param keepUntil before that it is not removed
 */
public record QuarantinedMail(
        MailId mailId,
        String mailbox,
        String sender,
        String subject,
        double points,
        String reason,
        String why,
        Instant heldAt,
        Instant keepUntil) {}
