-- The register, part 17: the newest mails to or from one address, by an index, however many there are.

ALTER TABLE mail_recipient ADD COLUMN received_local TIMESTAMP(6) NOT NULL DEFAULT TIMESTAMP '1970-01-01 00:00:00';
UPDATE mail_recipient SET received_local =
    COALESCE((SELECT m.received_local FROM mail m WHERE m.mail_id = mail_recipient.mail_id), received_local);
DROP INDEX mail_recipient_by_address;
CREATE INDEX mail_recipient_newest ON mail_recipient (recipient, received_local, id);

DROP INDEX mail_by_sender_address;
DROP INDEX mail_by_envelope_sender;
DROP INDEX mail_by_login;
CREATE INDEX mail_by_sender_address ON mail (sender_address, received_local, id);
CREATE INDEX mail_by_envelope_sender ON mail (envelope_sender, received_local, id);
CREATE INDEX mail_by_login ON mail (login, received_local, id);
