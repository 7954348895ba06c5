-- The register, part 7: the files of the archive. Insert-only: each row is one file on the disk, with its hash.

CREATE TABLE filed_content (
    id BIGINT PRIMARY KEY,
    path VARCHAR(700) NOT NULL,
    book VARCHAR(16) NOT NULL,
    book_year INT NOT NULL,
    entry_number INT NOT NULL,
    mail_id VARCHAR(19) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    original_name VARCHAR(1000) NOT NULL,
    size BIGINT NOT NULL,
    content_sha256 VARCHAR(64) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT filed_content_once UNIQUE (path)
);
CREATE INDEX filed_content_by_number ON filed_content (book, book_year, entry_number);
CREATE INDEX filed_content_by_content ON filed_content (content_sha256);

CREATE VIEW luu_tru_van_ban (so_dang_ky, nam, so_thu_tu, ma_thu, luc, loai, ten_goc, duong_dan, kich_thuoc, sha256) AS
SELECT book, book_year, entry_number, mail_id, at_local, kind, original_name, path, size, content_sha256
FROM filed_content;
