package vn.vanthu.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The id that one mail keeps through splits, retries and restarts ({@code X-VanThu-Id}, {@code ma_thu}).
 *
 * <p>Sixteen characters of Crockford's base 32 in groups of four (80 bits): no I, L, O, U, so that it can be told over
 * the telephone.
 *
 * @param value for example {@code 7ZK2-0Q9D-M4TX-1B8C}
 */
public record MailId(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    public MailId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail id: " + value);
        }
    }

    public static boolean isMailId(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The id of a mail from the name that James gave it.
     *
     * @param mailName James's {@code Mail.getName()} at the first entry into {@code root}; it holds a UUID, and a replay
     *     after a crash has the same one
     */
    public static MailId ofMailName(String mailName) {
        byte[] hash = sha256(mailName);
        StringBuilder text = new StringBuilder(19);
        for (int digit = 0; digit < 16; digit++) {
            if (digit > 0 && digit % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(fiveBits(hash, digit * 5)));
        }
        return new MailId(text.toString());
    }

    private static int fiveBits(byte[] bytes, int from) {
        int window = (bytes[from / 8] & 0xFF) << 8 | (bytes[from / 8 + 1] & 0xFF);
        return window >> (11 - from % 8) & 0x1F;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
