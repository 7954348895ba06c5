package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

    /** Gives the row its salt and hash; called once, before the insert. */
    final void seal() {
        salt = new byte[16];
        RANDOM.nextBytes(salt);
        hash = computeHash();
    }

    final byte[] computeHash() {
        return addTo(new CanonicalRow(table(), salt)).hash();
    }

    /** A time as it is stored: UTC, microseconds. */
    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
