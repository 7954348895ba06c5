package vn.vanthu.acceptance.harness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as bytes, one character a byte. */
public final class MessageBytes {

    private static final Pattern FIELD = Pattern.compile("([^:\\s]+):[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*");

    private MessageBytes() {}

    /** The message as it was before the gateway put its own lines into the header. */
    public static byte[] asItCame(byte[] delivered) {
        return text(delivered, Set.of("return-path", "received", "x-vanthu-id", "dkim-signature"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] message, Set<String> ours) {
        String all = new String(message, StandardCharsets.ISO_8859_1);
        StringBuilder rest = new StringBuilder(all.length());
        Set<String> left = new java.util.HashSet<>(ours);
        int at = 0;
        Matcher field = FIELD.matcher(all);
        while (at < all.length() && !all.startsWith("\r\n", at) && !left.isEmpty()) {
            if (field.region(at, all.length()).lookingAt()) {
                boolean added = left.remove(field.group(1).toLowerCase(Locale.ROOT));
                rest.append(added ? "" : field.group());
                at = field.end();
            } else {
                int end = all.indexOf('\n', at);
                int next = end < 0 ? all.length() : end + 1;
                rest.append(all, at, next);
                at = next;
            }
        }
        return rest.append(all, at, all.length()).toString();
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
