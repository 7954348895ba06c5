package vn.vanthu.acceptance.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

/** A message as bytes, one character a byte. */
public final class MessageBytes {

    /** What the gateway adds, each once. */
    private static final Set<String> ADDED = Set.of(
            "return-path",
            "received",
            "x-vanthu-id",
            "x-vanthu-text",
            "x-vanthu-reason",
            "dkim-signature",
            "authentication-results",
            "x-spam-flag",
            "x-spam-score",
            "x-spam-status");

    private MessageBytes() {}

    /** As a mail program reads it. */
    public static MimeMessage parsed(byte[] message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    /** The text of a message, or of its first part. */
    public static String textOf(MimeMessage message) throws MessagingException, IOException {
        Object content = message.getContent();
        return content instanceof MimeMultipart parts
                ? parts.getBodyPart(0).getContent().toString()
                : content.toString();
    }

    /** The message as it was before the gateway put its own fields into the header. */
    public static byte[] asItCame(byte[] delivered) {
        String all = new String(delivered, StandardCharsets.ISO_8859_1);
        StringBuilder rest = new StringBuilder(all.length());
        Set<String> left = new HashSet<>(ADDED);
        int at = 0;
        while (!left.isEmpty() && at < all.length() && !all.startsWith("\r\n", at)) {
            int end = endOfField(all, at);
            String name = all.substring(at, Math.max(at, all.indexOf(':', at))).toLowerCase(Locale.ROOT);
            if (!left.remove(name)) {
                rest.append(all, at, end);
            }
            at = end;
        }
        return rest.append(all, at, all.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** After the field's last line: the next one begins with neither a space nor a tab. */
    private static int endOfField(String all, int start) {
        int at = start;
        do {
            int end = all.indexOf('\n', at);
            at = end < 0 ? all.length() : end + 1;
        } while (at < all.length() && (all.charAt(at) == ' ' || all.charAt(at) == '\t'));
        return at;
    }

    public static String header(byte[] message) {
        String all = new String(message, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? all : all.substring(0, end);
    }

    public static String sha256(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
