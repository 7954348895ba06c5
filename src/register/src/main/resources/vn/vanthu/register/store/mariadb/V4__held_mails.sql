-- The register, part 4: mails that are kept back, and questions that people answer by mail.

-- One row for each mail and purpose. The bytes are in the data folder, by sha256. recipients: one a line, blind ones too.
CREATE TABLE held_mail (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mailbox VARCHAR(320) NOT NULL,
    envelope_sender VARCHAR(320) NOT NULL,
    recipients MEDIUMTEXT NOT NULL,
    sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size BIGINT NOT NULL,
    login VARCHAR(320) NOT NULL,
    client_address VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_size BIGINT NOT NULL,
    received_at DATETIME(6) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    held_at DATETIME(6) NOT NULL,
    keep_until DATETIME(6) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT held_mail_once UNIQUE (mail_id, purpose)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX held_mail_by_mailbox ON held_mail (purpose, mailbox, held_at);
CREATE INDEX held_mail_by_bytes ON held_mail (sha256);
CREATE INDEX held_mail_by_end ON held_mail (keep_until);

-- What happened to a held mail. Step 'decision' is there at most once: the first decision wins. 'carried-out': done.
CREATE TABLE hold_event (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step VARCHAR(100) NOT NULL,
    outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    login VARCHAR(320) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    at DATETIME(6) NOT NULL,
    at_local DATETIME(6) AS (at + INTERVAL 7 HOUR) PERSISTENT,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT hold_event_once UNIQUE (mail_id, purpose, step)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX hold_event_by_step ON hold_event (purpose, step);

-- asked: who may answer, one login a line. Of the one-time key only the hash is kept.
CREATE TABLE question (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    topic VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(100) NOT NULL,
    key_hash VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    about VARCHAR(200) NOT NULL,
    requester VARCHAR(320) NOT NULL,
    asked MEDIUMTEXT NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    asked_local DATETIME(6) AS (asked_at + INTERVAL 7 HOUR) PERSISTENT,
    remind_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT question_once UNIQUE (mail_id, topic, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX question_by_key ON question (key_hash);
CREATE INDEX question_by_topic ON question (topic, asked_at);
CREATE INDEX question_by_reminder ON question (remind_at);
CREATE INDEX question_by_end ON question (expires_at);

-- What happened to a question. Step 'closed' is there at most once: the first answer wins.
CREATE TABLE question_event (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    topic VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(100) NOT NULL,
    step VARCHAR(100) NOT NULL,
    outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    login VARCHAR(320) NOT NULL,
    answer_mail_id VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text VARCHAR(4000) NOT NULL,
    at DATETIME(6) NOT NULL,
    at_local DATETIME(6) AS (at + INTERVAL 7 HOUR) PERSISTENT,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT question_event_once UNIQUE (mail_id, topic, name, step)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
