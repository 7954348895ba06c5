package vn.vanthu.register.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a row over its canonical form, version 1.
 *
 * <p>The row's hash is SHA-256 over the version, the table's name and the names and hashes of its fields, in order. Each
 * field's hash stands by itself ({@link FieldProof}), so that one can be erased lawfully and the row's hash still be made.
 * Texts are UTF-8 in NFC, times microseconds UTC since 1970, lengths four bytes big endian.
 */
final class CanonicalRow {

    static final String VERSION = "vanthu-row-1";

    /** Gives the hash of each field. */
    @FunctionalInterface
    interface Fields {
        byte[] hash(String name, char type, byte @Nullable [] value);
    }

    private final Fields fields;
    private final MessageDigest row = Hashes.sha256();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** The row as it was written, from its salt. */
    CanonicalRow(String table, byte[] salt) {
        this(table, (name, type, value) -> FieldProof.ofSalt(salt, name).hash(type, value));
    }

    CanonicalRow(String table, Fields fields) {
        this.fields = fields;
        Hashes.update(row, bytes(VERSION));
        Hashes.update(row, bytes(table));
    }

    CanonicalRow text(String name, @Nullable String value) {
        return field(name, 't', value, value == null ? null : bytes(Normalizer.normalize(value, Normalizer.Form.NFC)));
    }

    CanonicalRow time(String name, @Nullable LocalDateTime value) {
        return field(name, 'i', value, value == null ? null : Hashes.number(Hashes.microseconds(value)));
    }

    CanonicalRow date(String name, @Nullable LocalDate value) {
        return field(name, 'd', value, value == null ? null : bytes(value.toString()));
    }

    CanonicalRow number(String name, @Nullable Long value) {
        return field(name, 'n', value, value == null ? null : Hashes.number(value));
    }

    CanonicalRow flag(String name, boolean value) {
        return number(name, value ? 1L : 0L);
    }

    byte[] hash() {
        return row.digest();
    }

    /** The fields that were added, in their order. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    private CanonicalRow field(String name, char type, @Nullable Object value, byte @Nullable [] canonical) {
        values.put(name, value);
        Hashes.update(row, bytes(name));
        Hashes.update(row, fields.hash(name, type, canonical));
        return this;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
