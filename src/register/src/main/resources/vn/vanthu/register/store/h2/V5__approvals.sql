-- The register, part 5: what may leave in the agency's name, and the approvals.

-- Each recipient once for the same bytes. sha256 is empty for the gateway's own notices.
CREATE TABLE mail_release (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    recipient VARCHAR(320) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    ground VARCHAR(16) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT mail_release_once UNIQUE (mail_id, recipient, sha256)
);

-- One row a request to an approver. sha256 is that of the version: of the bytes' hash and the sorted envelope.
CREATE VIEW nhat_ky_phe_duyet (ma_phe_duyet, ma_thu, trang_thai, nguoi_trinh, nguoi_duyet, yeu_cau_luc,
    quyet_dinh_luc, sha256, y_kien) AS
SELECT CONCAT(q.mail_id, '/', q.name), q.mail_id,
    CASE WHEN e.outcome = 'approved' AND EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = q.mail_id)
         THEN 'released' ELSE COALESCE(e.outcome, 'pending') END,
    q.requester,
    CASE WHEN e.login IS NULL OR e.login = '' OR e.outcome = 'withdrawn'
         THEN REPLACE(q.asked, CHAR(10), ', ') ELSE e.login END,
    q.asked_local, e.at_local, q.about, e.text
FROM question q
LEFT JOIN question_event e ON e.mail_id = q.mail_id AND e.topic = q.topic AND e.name = q.name AND e.step = 'closed'
WHERE q.topic = 'approval';
