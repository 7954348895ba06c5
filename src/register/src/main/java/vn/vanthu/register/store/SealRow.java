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
        head = computeHead();
    }

    byte[] computeHead() {
        return Merkle.head(number, at, leaves, root, previous);
    }

    boolean isIntact() {
        return Arrays.equals(head, computeHead());
    }
}
