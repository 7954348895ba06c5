-- The register, part 12: the quarantine.

-- One row for each mail and mailbox that did not get it. points: hundredths. The bytes are those of held_mail.
CREATE TABLE quarantined_mail (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    mailbox VARCHAR(320) NOT NULL,
    points BIGINT NOT NULL,
    reason VARCHAR(64) NOT NULL,
    why VARCHAR(1000) NOT NULL,
    held_at TIMESTAMP(6) NOT NULL,
    keep_until TIMESTAMP(6) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT quarantined_mail_once UNIQUE (mail_id, mailbox)
);
CREATE INDEX quarantined_mail_by_mailbox ON quarantined_mail (mailbox, held_at);
CREATE INDEX quarantined_mail_by_end ON quarantined_mail (keep_until);

-- What happened to it: 'released' by whom, 'queued' after that, 'reported' as spam, 'expired'; 'listed-...': in a digest.
CREATE TABLE quarantine_event (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    mailbox VARCHAR(320) NOT NULL,
    step VARCHAR(100) NOT NULL,
    login VARCHAR(320) NOT NULL,
    place BIGINT NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT quarantine_event_once UNIQUE (mail_id, mailbox, step)
);
CREATE INDEX quarantine_event_by_step ON quarantine_event (step);

-- One row a mailbox. Who called it spam is its handler while nobody released it.
CREATE VIEW thu_rac (ma_thu, nhan_luc, nguoi_gui, nguoi_nhan, chu_de, diem, ly_do, trang_thai, nguoi_xu_ly, xu_ly_luc) AS
SELECT q.mail_id, m.received_local, m.sender, q.mailbox, m.subject, CAST(q.points / 100.0 AS DECIMAL(12, 2)), q.reason,
    CASE WHEN r.id IS NOT NULL THEN 'released' WHEN x.id IS NOT NULL THEN 'expired' ELSE 'quarantined' END,
    COALESCE(r.login, s.login, x.login), COALESCE(r.at_local, s.at_local, x.at_local)
FROM quarantined_mail q
LEFT JOIN mail m ON m.mail_id = q.mail_id
LEFT JOIN quarantine_event r ON r.mail_id = q.mail_id AND r.mailbox = q.mailbox AND r.step = 'released'
LEFT JOIN quarantine_event s ON s.mail_id = q.mail_id AND s.mailbox = q.mailbox AND s.step = 'reported'
LEFT JOIN quarantine_event x ON x.mail_id = q.mail_id AND x.mailbox = q.mailbox AND x.step = 'expired';
