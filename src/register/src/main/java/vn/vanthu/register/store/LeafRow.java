package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "seal_leaf")
@SuppressWarnings("NullAway.Init")
class LeafRow {

    @Id
    @Column(name = "row_id")
    long rowId;

    @Column(name = "seal_number")
    long seal;

    int position;

    @Column(name = "table_code")
    short table;

    byte[] leaf;

    LeafRow() {}

    LeafRow(LogTable table, long rowId, byte[] rowHash) {
        this.rowId = rowId;
        this.table = (short) table.code();
        this.leaf = Merkle.leaf(table, rowId, rowHash);
    }
}
