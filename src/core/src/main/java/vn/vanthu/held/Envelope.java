package vn.vanthu.held;

import java.util.List;
import java.util.Locale;

/**
 * Who sends a mail and to whom, frozen.
 *
 * @param sender MAIL FROM, lower case; empty for the null sender
 * @param recipients every one, the blind ones too: lower case, sorted, without duplicates
 */
public record Envelope(String sender, List<String> recipients) {

    public Envelope {
        sender = sender.toLowerCase(Locale.ROOT);
        recipients = recipients.stream()
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an envelope has a recipient");
        }
    }

    /** One address a line, the sender first: what the fingerprint of a hold is made over. */
    public String text() {
        return sender + "\n" + String.join("\n", recipients) + "\n";
    }
}
