package vn.vanthu.held;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;

/**
 * A mail that is kept back: its bytes as they will leave, and all that is needed to let it go on as if it had never
 * stopped. Mail and purpose are its key.
 *
 * @param mailbox the mailbox that is concerned, by which holds are listed: whose mail it is, or as whom it is sent
 * @param envelope frozen when it was held
 * @param content hash and size of the bytes that are kept
 * @param submission what the SMTP dialogue knew
 * @param subject decoded, for lists and notices
 * @param reason why, for lists and notices; Vietnamese
 * @param heldAt when
 * @param keepUntil before that day nothing of it is removed, whatever was decided
 */
public record HeldMail(
        MailId mailId,
        Purpose purpose,
        String mailbox,
        Envelope envelope,
        Fingerprint content,
        Submission submission,
        String subject,
        String reason,
        Instant heldAt,
        Instant keepUntil) {

    /**
     * Where the mail came from.
     *
     * @param login who submitted it, a full address; empty when nobody logged in
     * @param clientAddress IP address; empty for a mail that was made inside
     * @param received the bytes as they came over SMTP, before the gateway put its own lines on top
     * @param receivedAt when it was accepted
     */
    public record Submission(String login, String clientAddress, Fingerprint received, Instant receivedAt) {}

    /**
     * SHA-256 over the hash of the bytes and the sorted envelope, lower case hex: what an approval is given for. Other
     * bytes or another recipient make another one.
     */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((content.sha256() + "\n" + envelope.text()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
