package vn.vanthu.james;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail from the gateway to people.
 *
 * @param name by which it is the same notice when it is sent again: it is delivered once
 * @param recipients full addresses
 * @param text Vietnamese, English below; lines end with {@code \n}
 * @param key of the question that a reply answers; empty when a reply is not read
 * @param original a message that goes with it unaltered; null for none
 * @param urgent whether mail programs show it as important
 */
public record Notice(
        String name,
        List<String> recipients,
        String subject,
        String text,
        String key,
        @Nullable Original original,
        boolean urgent) {

    /** A message, read when the notice is made. */
    @FunctionalInterface
    public interface Original {
        InputStream open() throws IOException;
    }

    public Notice {
        recipients = List.copyOf(recipients);
    }

    public static Notice of(String name, List<String> recipients, String subject, String text) {
        return new Notice(name, recipients, subject, text, "", null, false);
    }

    /** The same as a question: the Reply-To address carries the key. */
    public Notice asking(String questionKey) {
        return new Notice(name, recipients, subject, text, questionKey, original, urgent);
    }

    /** The same with a message attached ({@code message/rfc822}), byte for byte. */
    public Notice attaching(Original message) {
        return new Notice(name, recipients, subject, text, key, message, urgent);
    }

    /** The same, shown as important when it is. */
    public Notice urgent(boolean important) {
        return new Notice(name, recipients, subject, text, key, original, important);
    }
}
