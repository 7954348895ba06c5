-- The register, part 17: the newest mails to or from one address, by an index, however many there are.

ALTER TABLE mail_recipient ADD COLUMN received_local DATETIME(6) NOT NULL DEFAULT TIMESTAMP '1970-01-01 00:00:00';
UPDATE mail_recipient SET received_local =
    COALESCE((SELECT m.received_local FROM mail m WHERE m.mail_id = mail_recipient.mail_id), received_local);
DROP INDEX mail_recipient_by_address ON mail_recipient;
CREATE INDEX mail_recipient_newest ON mail_recipient (recipient, received_local, id);
