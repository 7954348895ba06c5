package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The lock of the one who seals. */
@Entity
@Table(name = "sealer")
class SealerRow {

    static final int ONLY = 1;

    @Id
    int id;

    @Column(name = "low_id")
    long lowId;
}
