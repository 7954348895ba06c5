package vn.vanthu.register;

import java.time.Instant;
import java.util.List;
import vn.vanthu.message.MailId;

/**
 * The row of one accepted mail ({@code nhat_ky_thu}).
 *
 * @param login the full address of the account that submitted it; empty when nobody logged in
 * @param clientAddress IP address of the SMTP client; empty for mail that was made inside
 * @param envelopeSender MAIL FROM; empty for the null sender
 * @param recipients RCPT TO, lower case, without duplicates
 * @param from the decoded From header
 * @param subject decoded, Unicode; empty when there is none
 * @param messageId with its angle brackets; empty when there is none
 * @param size bytes of the message as received
 * @param sha256 lower case hex, of the bytes after DATA, dot-unstuffed, without this gateway's own trace lines
 */
public record MailRecord(
        MailId id,
        Instant receivedAt,
        Direction direction,
        String login,
        String clientAddress,
        String envelopeSender,
        List<String> recipients,
        String from,
        String subject,
        String messageId,
        long size,
        String sha256) {

    public MailRecord {
        recipients = List.copyOf(recipients);
    }
}
