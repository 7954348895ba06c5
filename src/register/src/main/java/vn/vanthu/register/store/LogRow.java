package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of an insert-only table: it has a natural key, by which a repeat is known, and a hash over its fields. */
@MappedSuperclass
abstract class LogRow {

    static final int ADDRESS = 320;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    long id;

    @Column(nullable = false, updatable = false)
    byte[] salt = new byte[0];

    @Column(nullable = false, updatable = false)
    byte[] hash = new byte[0];

    /** The fields of the table's unique key; the first one narrows best. */
    abstract List<String> keyFields();

    /** The values of the unique key, in the order of {@link #keyFields}. */
    abstract List<String> key();

    /** Adds every field that the row's hash covers, in an order that never changes. */
    abstract CanonicalRow addTo(CanonicalRow row);

    /** The table's name, as in the migrations. */
    abstract String table();

    /** The text fields that tell what a mail or document is about: they may have to be erased by law. */
    List<String> contentFields() {
        return List.of();
    }

    /** Columns that the hash does not cover, since they are made from fields that it covers. */
    List<DerivedColumn> derivedColumns() {
        return List.of();
    }

    /** The column of a field; most have the same name. */
    String column(String field) {
        return field;
    }

    /** Gives the row its salt and hash; called once, before the insert. */
    final void seal() {
        salt = new byte[16];
        RANDOM.nextBytes(salt);
        hash = computeHash();
    }

    /** Whether the hash is that of the content. */
    final boolean isAsWritten() {
        return Arrays.equals(hash, computeHash());
    }

    /** The row's key and id, for people. */
    final String name() {
        return String.join(" ", key()) + " (id " + id + ")";
    }

    final byte[] computeHash() {
        return addTo(new CanonicalRow(table(), salt)).hash();
    }

    /** The row's hash when some of its fields were erased. */
    final byte[] computeHash(Map<String, FieldProof> proofs) {
        FieldProof unknown = new FieldProof.Hash(new byte[0]);
        return addTo(new CanonicalRow(table(), (name, type, value) -> proofs.getOrDefault(name, unknown)
                        .hash(type, value)))
                .hash();
    }

    /**
     * The proofs of all fields when these are erased.
     *
     * @param before the proofs since an earlier erasure; empty when there was none
     */
    final Map<String, FieldProof> proofsWithout(List<String> erased, Map<String, FieldProof> before) {
        Map<String, FieldProof> proofs = new LinkedHashMap<>();
        addTo(new CanonicalRow(table(), (name, type, value) -> {
            FieldProof now = before.isEmpty() ? FieldProof.ofSalt(salt, name) : before.get(name);
            if (now == null) {
                throw new IllegalStateException("the proof of " + name + " is lost");
            }
            proofs.put(name, erased.contains(name) ? new FieldProof.Hash(now.hash(type, value)) : now);
            return new byte[0];
        }));
        return proofs;
    }

    /** A time as it is stored: UTC, microseconds. */
    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
