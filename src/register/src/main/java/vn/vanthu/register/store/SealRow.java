package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "seal")
@SuppressWarnings("NullAway.Init")
class SealRow {

    @Id
    @Column(name = "seal_number")
    long number;

    /** MariaDB may hold a time that is none (0000-00-00). */
    @Nullable
    LocalDateTime at;

    int leaves;

    @Column(name = "merkle_root")
    byte[] root;

    byte[] previous;
    byte[] head;

    SealRow() {}

    /** The seal over these leaves that follows another one. */
    SealRow(@Nullable SealRow before, LocalDateTime now, List<byte[]> leafHashes) {
        number = before == null ? 1 : before.number + 1;
        at = now;
        leaves = leafHashes.size();
        root = Merkle.root(leafHashes);
        previous = before == null ? Merkle.NOTHING_BEFORE.clone() : before.head;
        head = computeHead(now);
    }

    private byte[] computeHead(LocalDateTime time) {
        return Merkle.head(number, time, leaves, root, previous);
    }

    /** Also false when it holds what this program never writes. */
    boolean isIntact() {
        try {
            return at != null && Arrays.equals(head, computeHead(at));
        } catch (ArithmeticException e) {
            return false; // a time too far away for a hash
        }
    }
}
