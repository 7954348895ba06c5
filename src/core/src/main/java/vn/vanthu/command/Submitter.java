package vn.vanthu.command;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageView;

/**
 * Where a mail with a command came from.
 *
 * @param login the account that submitted the mail, a full address; empty when nobody logged in
 * @param mailId the key of everything that the command does
 * @param receivedAt when the mail was accepted: "today" for the command, also when it is run later
 * @param automatic whether a program sent it by itself
 * @param key of the question that is answered; empty when none was asked
 */
public record Submitter(String login, MailId mailId, Instant receivedAt, boolean automatic, String key) {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");

    /** Whether the mail may command anything at all. */
    public boolean mayCommand() {
        return !login.isEmpty() && !automatic;
    }

    /**
     * Whether a message was made by a program (RFC 3834, 2): it never decides anything and gets no answer.
     *
     * @param envelopeSender empty for the null sender
     */
    public static boolean isAutomatic(MessageView message, String envelopeSender) {
        String submitted = value(message, "Auto-Submitted");
        return envelopeSender.isEmpty()
                || !submitted.isEmpty() && !submitted.equals("no")
                || BULK.contains(value(message, "Precedence"))
                || message.has("List-Id")
                || message.has("X-Autoreply")
                || message.has("X-Autorespond")
                || value(message, "Content-Type").equals("multipart/report");
    }

    /** The value of a field without its parameters and comments, in lower case. */
    private static String value(MessageView message, String field) {
        return message.text(field).replaceAll("[;(].*", "").strip().toLowerCase(Locale.ROOT);
    }
}
