package vn.vanthu.register.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a row over its canonical form, version 1.
 *
 * <p>Each field's hash is SHA-256(field salt, type, length, value); the field salt is SHA-256(row salt, field name). So
 * one field can be erased lawfully and the proof still holds: its hash and the salts of the others are kept, the row salt
 * is not. The row's hash is SHA-256 over the version, the table's name and the names and hashes of its fields, in order.
 * Texts are UTF-8 in NFC, times microseconds UTC since 1970, lengths four bytes big endian.
 */
final class CanonicalRow {

    static final String VERSION = "vanthu-row-1";

    private final byte[] salt;
    private final MessageDigest row = Hashes.sha256();

    CanonicalRow(String table, byte[] salt) {
        this.salt = salt.clone();
        update(row, bytes(VERSION));
        update(row, bytes(table));
    }

    CanonicalRow text(String name, @Nullable String value) {
        return field(name, 't', value == null ? null : bytes(Normalizer.normalize(value, Normalizer.Form.NFC)));
    }

    CanonicalRow time(String name, @Nullable LocalDateTime value) {
        return field(name, 'i', value == null ? null : number(microseconds(value)));
    }

    CanonicalRow date(String name, @Nullable LocalDate value) {
        return field(name, 'd', value == null ? null : bytes(value.toString()));
    }

    CanonicalRow number(String name, @Nullable Long value) {
        return field(name, 'n', value == null ? null : number((long) value));
    }

    CanonicalRow flag(String name, boolean value) {
        return number(name, value ? 1L : 0L);
    }

    byte[] hash() {
        return row.digest();
    }

    private CanonicalRow field(String name, char type, byte @Nullable [] value) {
        MessageDigest field = Hashes.sha256();
        update(field, fieldSalt(name));
        field.update((byte) (value == null ? '-' : type));
        update(field, value == null ? new byte[0] : value);
        update(row, bytes(name));
        update(row, field.digest());
        return this;
    }

    private byte[] fieldSalt(String name) {
        MessageDigest digest = Hashes.sha256();
        update(digest, salt);
        update(digest, bytes(name));
        return digest.digest();
    }

    private static long microseconds(LocalDateTime time) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void update(MessageDigest digest, byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        digest.update(value);
    }
}
