-- The register, part 15: which mails were HỎA TỐC when they were held for approval: they come first in lists.

CREATE VIEW van_ban_hoa_toc (ma_thu) AS
SELECT mail_id FROM hold_event WHERE purpose = 'approval' AND step = 'urgent';
