-- The register, part 3: seals. A seal lists rows (leaves), carries their Merkle root and the seal before it.

CREATE TABLE seal (
    seal_number BIGINT PRIMARY KEY,
    at DATETIME(6) NOT NULL,
    leaves INT NOT NULL,
    merkle_root BINARY(32) NOT NULL,
    previous BINARY(32) NOT NULL,
    head BINARY(32) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE seal_leaf (
    row_id BIGINT PRIMARY KEY,
    seal_number BIGINT NOT NULL,
    position INT NOT NULL,
    table_code SMALLINT NOT NULL,
    leaf BINARY(32) NOT NULL,
    CONSTRAINT seal_leaf_place UNIQUE (seal_number, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- Locked by the one who seals. Every row with an id below low_id has its leaf, as far as is known.
CREATE TABLE sealer (
    id INT PRIMARY KEY,
    low_id BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
INSERT INTO sealer (id, low_id) VALUES (1, 0);
