-- The register, part 8: what administrators did, what auditors asked, what was erased by law.

-- Accounts, passwords, mailboxes opened by others, the configuration.
CREATE TABLE admin_act (
    id BIGINT PRIMARY KEY,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    login VARCHAR(320) NOT NULL,
    system_account VARCHAR(100) NOT NULL,
    action VARCHAR(50) NOT NULL,
    target VARCHAR(500) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    act_key VARCHAR(200) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT admin_act_once UNIQUE (act_key)
);
CREATE INDEX admin_act_newest ON admin_act (at_local);

-- Questions that were put to the register through ./vanthu audit.
CREATE TABLE audit_query (
    id BIGINT PRIMARY KEY,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    system_account VARCHAR(100) NOT NULL,
    tool VARCHAR(100) NOT NULL,
    question VARCHAR(4000) NOT NULL,
    query_key VARCHAR(100) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT audit_query_once UNIQUE (query_key)
);
CREATE INDEX audit_query_newest ON audit_query (at_local);

-- Fields of sealed rows that were erased. proofs: the hash of each erased field, the salt of each other one.
CREATE TABLE field_erasure (
    id BIGINT PRIMARY KEY,
    at TIMESTAMP(6) NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    row_id BIGINT NOT NULL,
    fields VARCHAR(500) NOT NULL,
    proofs CLOB NOT NULL,
    login VARCHAR(320) NOT NULL,
    system_account VARCHAR(100) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT field_erasure_once UNIQUE (row_id, fields)
);

CREATE VIEW nhat_ky_quan_tri (luc, nguoi, tai_khoan_he_thong, viec, doi_tuong, chi_tiet) AS
SELECT at_local, login, system_account, action, target, detail FROM admin_act;

CREATE VIEW nhat_ky_tra_cuu (luc, tai_khoan_he_thong, cong_cu, cau_hoi) AS
SELECT at_local, system_account, tool, question FROM audit_query;
