-- The register, part 1: the log of mails. Log tables are insert-only: the gateway account may read them and add rows.
-- Times are UTC; the *_local columns are the same instants at +07:00, stored so that the auditors' views can use an index.

-- Technical row ids, taken a thousand at a time. They order rows roughly; the numbers of the books are not made here.
CREATE SEQUENCE row_id START WITH 1 INCREMENT BY 1000;

CREATE TABLE configuration_version (
    id BIGINT PRIMARY KEY,
    at TIMESTAMP(6) NOT NULL,
    version VARCHAR(64) NOT NULL,
    content CLOB NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT configuration_version_once UNIQUE (version)
);

CREATE TABLE mail (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    received_at TIMESTAMP(6) NOT NULL,
    received_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, received_at)),
    direction VARCHAR(16) NOT NULL,
    login VARCHAR(320) NOT NULL,
    client_address VARCHAR(64) NOT NULL,
    envelope_sender VARCHAR(320) NOT NULL,
    sender VARCHAR(1000) NOT NULL,
    sender_address VARCHAR(320) NOT NULL,
    recipients CLOB NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    message_id VARCHAR(1000) NOT NULL,
    size BIGINT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    search_text VARCHAR(2000) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT mail_once UNIQUE (mail_id)
);
CREATE INDEX mail_newest ON mail (received_local, id);
CREATE INDEX mail_by_sender_address ON mail (sender_address, received_local);
CREATE INDEX mail_by_envelope_sender ON mail (envelope_sender, received_local);
CREATE INDEX mail_by_login ON mail (login, received_local);

-- Each recipient once. origin: the recipient that was replaced by this one; empty for a recipient of the envelope.
CREATE TABLE mail_recipient (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    recipient VARCHAR(320) NOT NULL,
    origin VARCHAR(320) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT mail_recipient_once UNIQUE (mail_id, recipient)
);
CREATE INDEX mail_recipient_by_address ON mail_recipient (recipient, id);

-- What happened to a mail for a recipient. settled: nothing more happens. outcome 'expanded': replaced by others.
CREATE TABLE mail_event (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    recipient VARCHAR(320) NOT NULL,
    step VARCHAR(100) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    outcome VARCHAR(16) NOT NULL,
    settled BOOLEAN NOT NULL,
    host VARCHAR(500) NOT NULL,
    reply VARCHAR(2000) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT mail_event_once UNIQUE (mail_id, recipient, step)
);
CREATE INDEX mail_event_by_outcome ON mail_event (outcome, at_local);

CREATE TABLE mail_decision (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    rule VARCHAR(100) NOT NULL,
    rule_version VARCHAR(64) NOT NULL,
    verdict VARCHAR(16) NOT NULL,
    reason VARCHAR(100) NOT NULL,
    clause VARCHAR(200) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT mail_decision_once UNIQUE (mail_id, rule, verdict)
);
CREATE INDEX mail_decision_by_verdict ON mail_decision (verdict, at_local);

-- One row that is updated to prove that the database takes writes. No part of the log.
CREATE TABLE pulse (
    id INT PRIMARY KEY,
    at TIMESTAMP(6) NOT NULL
);
INSERT INTO pulse (id, at) VALUES (1, TIMESTAMP '1970-01-01 00:00:00');

-- The views name their columns as auditors know them. A view row costs a few index look-ups, whatever the table's size.

-- The newest event of each recipient, but an outcome that settles it is never hidden by a later one that does not.
CREATE VIEW nhat_ky_nguoi_nhan (ma_thu, nguoi_nhan, ket_qua, luc, may_chu, tra_loi) AS
SELECT r.mail_id, r.recipient, COALESCE(e.outcome, 'pending'), e.at_local, e.host, e.reply
FROM mail_recipient r
LEFT JOIN mail_event e ON e.id = (
    SELECT n.id FROM mail_event n
    WHERE n.mail_id = r.mail_id AND n.recipient = r.recipient
    ORDER BY n.settled DESC, n.at DESC, n.id DESC LIMIT 1)
WHERE NOT EXISTS (
    SELECT 1 FROM mail_event x
    WHERE x.mail_id = r.mail_id AND x.recipient = r.recipient AND x.step = 'expanded');

-- One row a mail, for searching: the auditors' view nhat_ky_thu, with the From address and the text in plain letters.
CREATE VIEW tra_cuu_thu (ma_thu, nhan_luc, chieu, tai_khoan, dia_chi_ip, nguoi_gui_phong_bi, nguoi_gui, nguoi_nhan,
    chu_de, message_id, kich_thuoc, sha256, quyet_dinh, ly_do, dieu_khoan, dia_chi_gui, tim_kiem, ket_qua) AS
SELECT m.mail_id, m.received_local, m.direction, m.login, m.client_address, m.envelope_sender, m.sender, m.recipients,
    m.subject, m.message_id, m.size, m.sha256, d.verdict, d.reason, d.clause,
    m.sender_address, m.search_text,
    (SELECT CASE WHEN MIN(COALESCE(e.outcome, 'pending')) = MAX(COALESCE(e.outcome, 'pending'))
                 THEN MIN(COALESCE(e.outcome, 'pending'))
                 WHEN COUNT(*) = 0 THEN 'pending' ELSE 'mixed' END
     FROM mail_recipient r
     LEFT JOIN mail_event e ON e.id = (
         SELECT n.id FROM mail_event n
         WHERE n.mail_id = r.mail_id AND n.recipient = r.recipient
         ORDER BY n.settled DESC, n.at DESC, n.id DESC LIMIT 1)
     WHERE r.mail_id = m.mail_id AND NOT EXISTS (
         SELECT 1 FROM mail_event x
         WHERE x.mail_id = r.mail_id AND x.recipient = r.recipient AND x.step = 'expanded'))
FROM mail m
LEFT JOIN mail_decision d ON d.id = (
    SELECT n.id FROM mail_decision n WHERE n.mail_id = m.mail_id ORDER BY n.at DESC, n.id DESC LIMIT 1);

CREATE VIEW nhat_ky_thu (ma_thu, nhan_luc, chieu, tai_khoan, dia_chi_ip, nguoi_gui_phong_bi, nguoi_gui, nguoi_nhan,
    chu_de, message_id, kich_thuoc, sha256, quyet_dinh, ly_do, dieu_khoan, ket_qua) AS
SELECT ma_thu, nhan_luc, chieu, tai_khoan, dia_chi_ip, nguoi_gui_phong_bi, nguoi_gui, nguoi_nhan,
    chu_de, message_id, kich_thuoc, sha256, quyet_dinh, ly_do, dieu_khoan, ket_qua
FROM tra_cuu_thu;

CREATE VIEW nhat_ky_quyet_dinh (ma_thu, luc, quy_tac, phien_ban_quy_tac, quyet_dinh, ly_do, dieu_khoan, chi_tiet) AS
SELECT mail_id, at_local, rule, rule_version, verdict, reason, clause, detail FROM mail_decision;

-- Every step of every recipient, the overtaken ones too.
CREATE VIEW nhat_ky_su_kien (ma_thu, luc, nguoi_nhan, buoc, ket_qua, may_chu, tra_loi) AS
SELECT mail_id, at_local, recipient, step, outcome, host, reply FROM mail_event;
