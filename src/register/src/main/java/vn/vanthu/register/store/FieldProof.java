package vn.vanthu.register.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the hash of one field is made from: SHA-256(field salt, type, length, value), where the field salt is SHA-256(row
 * salt, field name). Of a field that was erased only the hash is known.
 */
sealed interface FieldProof {

    /** Stands where a field was erased. ASCII: some columns take nothing else. */
    String ERASED = "[da xoa]";

    byte[] hash(char type, byte @Nullable [] value);

    /** The field is there and can be checked. */
    record Salt(byte[] salt) implements FieldProof {

        @Override
        public byte[] hash(char type, byte @Nullable [] value) {
            MessageDigest field = Hashes.sha256();
            Hashes.update(field, salt);
            field.update((byte) (value == null ? '-' : type));
            Hashes.update(field, value == null ? new byte[0] : value);
            return field.digest();
        }
    }

    /** The field was erased; anything but the mark in its place is a forgery, and gets another hash. */
    record Hash(byte[] of) implements FieldProof {

        @Override
        public byte[] hash(char type, byte @Nullable [] value) {
            boolean erased = Arrays.equals(ERASED.getBytes(StandardCharsets.UTF_8), value);
            return erased ? of.clone() : Hashes.sha256(of);
        }
    }

    static FieldProof ofSalt(byte[] rowSalt, String name) {
        MessageDigest digest = Hashes.sha256();
        Hashes.update(digest, rowSalt);
        Hashes.update(digest, name.getBytes(StandardCharsets.UTF_8));
        return new Salt(digest.digest());
    }

    /** One field a line: {@code subject hash 0123...}. */
    static String write(Map<String, FieldProof> proofs) {
        return proofs.entrySet().stream()
                .map(each -> each.getKey()
                        + (each.getValue() instanceof Hash ? " hash " : " salt ")
                        + HexFormat.of().formatHex(bytes(each.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(FieldProof proof) {
        return proof instanceof Salt known ? known.salt() : ((Hash) proof).of();
    }

    /** @throws IllegalArgumentException when the text was altered beyond reading */
    static Map<String, FieldProof> read(String text) {
        Map<String, FieldProof> proofs = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length != 3) {
                throw new IllegalArgumentException("no proof of a field: " + line);
            }
            byte[] bytes = HexFormat.of().parseHex(words[2]);
            proofs.put(words[0], words[1].equals("hash") ? new Hash(bytes) : new Salt(bytes));
        }
        return proofs;
    }
}
