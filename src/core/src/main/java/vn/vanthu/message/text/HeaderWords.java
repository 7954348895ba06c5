package vn.vanthu.message.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in header fields: encoded words (RFC 2047) and the raw 8-bit text that should not be there. */
final class HeaderWords {

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?\\r\\n]*)\\?=");
    /** So many bytes fit into an encoded word of 75 characters. */
    private static final int WORD_BYTES = 42;

    private HeaderWords() {}

    /**
     * The bytes of a text as its writer meant them.
     *
     * @param charset the last one that was declared, lower case; empty when none was
     */
    record Decoded(byte[] bytes, String charset) {}

    /** Undoes folding and encoded words; adjacent words are joined before their charset is looked at. */
    static Decoded decode(String value) {
        String unfolded = value.replaceAll("\\r?\\n(?=[ \\t])", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int at = 0;
        boolean afterWord = false;
        Matcher word = ENCODED_WORD.matcher(unfolded);
        while (word.find()) {
            Optional<byte[]> content = content(word.group(2), word.group(3));
            if (content.isEmpty()) {
                continue;
            }
            String between = unfolded.substring(at, word.start());
            if (!afterWord || !between.isBlank()) {
                bytes.writeBytes(between.getBytes(StandardCharsets.ISO_8859_1));
            }
            bytes.writeBytes(content.get());
            charset = word.group(1).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
            at = word.end();
            afterWord = true;
        }
        bytes.writeBytes(unfolded.substring(at).getBytes(StandardCharsets.ISO_8859_1));
        return new Decoded(bytes.toByteArray(), charset);
    }

    private static Optional<byte[]> content(String encoding, String text) {
        return encoding.equalsIgnoreCase("B")
                ? TransferEncoding.base64(text)
                : Optional.of(TransferEncoding.quotedPrintable(text, true));
    }

    /** A text as encoded words in UTF-8, folded; ASCII stays as it is. */
    static String encode(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            int bytes = 0;
            while (to < text.length()) {
                int codePoint = text.codePointAt(to);
                bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
                if (bytes > WORD_BYTES) {
                    break;
                }
                to += Character.charCount(codePoint);
            }
            byte[] utf8 = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
            out.append(out.isEmpty() ? "" : "\r\n ").append("=?UTF-8?B?");
            out.append(Base64.getEncoder().encodeToString(utf8)).append("?=");
            from = to;
        }
        return out.toString();
    }
}
