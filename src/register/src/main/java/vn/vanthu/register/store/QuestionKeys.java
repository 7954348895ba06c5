package vn.vanthu.register.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.vanthu.question.Question;

/** Makes the one-time keys: 130 bits in letters and digits of one case, since mail programs change the case. */
final class QuestionKeys {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LETTERS = 26;

    private final SecretKeySpec secret;

    QuestionKeys(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String of(Question question) {
        byte[] code = hmac(question.topic() + "\n" + question.mailId() + "\n" + question.name());
        StringBuilder key = new StringBuilder(question.topic()).append('-');
        for (int letter = 0; letter < LETTERS; letter++) {
            int bit = letter * 5;
            int window = (code[bit / 8] & 0xFF) << 8 | (code[bit / 8 + 1] & 0xFF);
            key.append(ALPHABET.charAt(window >> (11 - bit % 8) & 0x1F));
        }
        return key.toString();
    }

    static String hash(String key) {
        byte[] bytes = key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
