package vn.vanthu.james;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import org.apache.james.server.core.MimeMessageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of a message's bytes.
 *
 * @param size bytes as received, without this gateway's trace lines
 * @param sha256 lower case hex of the same bytes
 */
record RawMessage(String from, String subject, String messageId, long size, String sha256) {

    /** Undeclared 8-bit text that is not UTF-8: what Windows programs mean by it. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    static RawMessage read(MimeMessage message, long traceBytes) throws MessagingException {
        MessageDigest digest = newSha256();
        long size = 0;
        try (InputStream in = new MimeMessageInputStream(message)) {
            in.skipNBytes(traceBytes);
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
        return new RawMessage(
                text(message, "From"),
                text(message, "Subject"),
                text(message, "Message-ID"),
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static String text(MimeMessage message, String name) throws MessagingException {
        @Nullable String raw = message.getHeader(name, ", ");
        if (raw == null) {
            return "";
        }
        String unfolded = MimeUtility.unfold(raw).trim();
        try {
            return MimeUtility.decodeText(unicode(unfolded));
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            return unicode(unfolded);
        }
    }

    /** Headers come as one character a byte; the bytes are UTF-8 when they can be. */
    private static String unicode(String bytesAsLatin1) {
        byte[] bytes = bytesAsLatin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, FALLBACK);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
