package vn.vanthu.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.vanthu.message.MailId;

/** Which of a mail's documents: the same again after a crash, whatever else could be read then. */
public final class DocumentKey {

    /** Not one document: those of a mail that has too many to ask about each. */
    public static final String REST = "rest";

    private static final int LONGEST = 60;

    private DocumentKey() {}

    /** @param part {@link vn.vanthu.document.ReadPart#path} */
    public static String of(String part) {
        return part.length() <= LONGEST ? part : "sha256:" + hash(part);
    }

    /** The key of the act that enters it, whoever does: it gets one number. */
    public static String act(MailId mail, String document) {
        return "arrival:" + mail + ":" + document;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
