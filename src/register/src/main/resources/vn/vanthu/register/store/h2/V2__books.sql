-- The register, part 2: the books of Decree 30/2020 and the documents that wait for the clerk.

-- The only counters. The row of a book and year is locked by the transaction that writes an entry.
CREATE TABLE book_counter (
    book VARCHAR(16) NOT NULL,
    book_year INT NOT NULL,
    last_number INT NOT NULL,
    last_at TIMESTAMP(6) NOT NULL,
    closed BOOLEAN NOT NULL,
    PRIMARY KEY (book, book_year)
);

-- Insert-only: each row is one version of a number. Number 0 is the book itself: opened, closed.
CREATE TABLE book_entry (
    id BIGINT PRIMARY KEY,
    book VARCHAR(16) NOT NULL,
    book_year INT NOT NULL,
    entry_number INT NOT NULL,
    version INT NOT NULL,
    action VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    at_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, at)),
    entered_at TIMESTAMP(6) NOT NULL,
    entered_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, entered_at)),
    arrived_on DATE NOT NULL,
    reserved_until TIMESTAMP(6),
    login VARCHAR(320) NOT NULL,
    system_account VARCHAR(100) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    act_key VARCHAR(200) NOT NULL,
    old_value CLOB NOT NULL,
    new_value CLOB NOT NULL,
    mailbox VARCHAR(320) NOT NULL,
    mail_id VARCHAR(19) NOT NULL,
    content_sha256 VARCHAR(64) NOT NULL,
    document_type VARCHAR(100) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    code VARCHAR(100) NOT NULL,
    issued_on DATE,
    issuer VARCHAR(300) NOT NULL,
    signer VARCHAR(200) NOT NULL,
    signer_position VARCHAR(150) NOT NULL,
    capacity VARCHAR(20) NOT NULL,
    to_places VARCHAR(2000) NOT NULL,
    file_copy_holder VARCHAR(300) NOT NULL,
    copies INT,
    transferred_on DATE,
    receipt VARCHAR(300) NOT NULL,
    note VARCHAR(500) NOT NULL,
    urgency VARCHAR(30) NOT NULL,
    language VARCHAR(30) NOT NULL,
    pages INT,
    due_on DATE,
    file_code VARCHAR(100) NOT NULL,
    approver VARCHAR(320) NOT NULL,
    same_key VARCHAR(420) NOT NULL,
    search_text VARCHAR(2000) NOT NULL,
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT book_entry_once UNIQUE (book, book_year, entry_number, version),
    CONSTRAINT book_entry_act_once UNIQUE (act_key)
);
CREATE INDEX book_entry_by_mail ON book_entry (mail_id);
CREATE INDEX book_entry_by_same_key ON book_entry (same_key);
CREATE INDEX book_entry_by_content ON book_entry (content_sha256);
CREATE INDEX book_entry_by_arrival ON book_entry (book, arrived_on, entry_number);
CREATE INDEX book_entry_by_end ON book_entry (state, reserved_until);

-- Documents that wait for the clerk; what became of them are further rows.
CREATE TABLE waiting_document (
    id BIGINT PRIMARY KEY,
    mail_id VARCHAR(19) NOT NULL,
    document VARCHAR(100) NOT NULL,
    step INT NOT NULL,
    state VARCHAR(16) NOT NULL,
    at TIMESTAMP(6) NOT NULL,
    login VARCHAR(320) NOT NULL,
    arrived_on DATE NOT NULL,
    mailbox VARCHAR(320) NOT NULL,
    readable VARCHAR(4000) NOT NULL,
    due_at TIMESTAMP(6) NOT NULL,
    due_local TIMESTAMP(6) GENERATED ALWAYS AS (DATEADD(HOUR, 7, due_at)),
    salt BINARY(16) NOT NULL,
    hash BINARY(32) NOT NULL,
    CONSTRAINT waiting_document_once UNIQUE (mail_id, document, step)
);

-- Every version that counts: the newest of each number, and those that a correction superseded.
CREATE VIEW so_dang_ky_tat_ca (so_dang_ky, nam, so_thu_tu, phien_ban, trang_thai, vao_so_luc, ngay_den, so, tac_gia,
    so_ky_hieu, ngay_thang_van_ban, ten_loai_va_trich_yeu, nguoi_ky, noi_nhan, noi_nhan_ban_luu, so_luong_ban,
    ngay_chuyen, ky_nhan, ghi_chu, hop_thu, nguoi_duyet, ma_thu, tim_kiem) AS
SELECT e.book, e.book_year, e.entry_number, e.version,
    CASE WHEN n.id IS NULL THEN e.state ELSE 'superseded' END,
    e.entered_local, e.arrived_on,
    CASE WHEN e.entry_number < 10 THEN CONCAT('0', e.entry_number) ELSE CONCAT('', e.entry_number) END,
    e.issuer, e.code, e.issued_on, TRIM(CONCAT(e.document_type, ' ', e.subject)),
    TRIM(CONCAT(e.capacity, ' ', e.signer)), e.to_places, e.file_copy_holder, e.copies, e.transferred_on, e.receipt,
    CASE WHEN e.state = 'voided' THEN TRIM(CONCAT('HỦY: ', e.reason, ' ', e.note)) ELSE e.note END,
    e.mailbox, e.approver, e.mail_id, e.search_text
FROM book_entry e
LEFT JOIN book_entry n ON n.book = e.book AND n.book_year = e.book_year AND n.entry_number = e.entry_number
    AND n.version = e.version + 1
WHERE e.entry_number > 0 AND (n.id IS NULL OR n.action = 'correct');

CREATE VIEW so_van_ban_den (nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, ngay_den, so_den, tac_gia, so_ky_hieu,
    ngay_thang_van_ban, ten_loai_va_trich_yeu, don_vi_hoac_nguoi_nhan, ngay_chuyen, ky_nhan, ghi_chu, hop_thu, ma_thu) AS
SELECT nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, ngay_den, so, tac_gia, so_ky_hieu,
    ngay_thang_van_ban, ten_loai_va_trich_yeu, noi_nhan, ngay_chuyen, ky_nhan, ghi_chu, hop_thu, ma_thu
FROM so_dang_ky_tat_ca WHERE so_dang_ky = 'den';

CREATE VIEW so_van_ban_di (nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, so_ky_hieu, ngay_thang_van_ban,
    ten_loai_va_trich_yeu, nguoi_ky, noi_nhan, noi_nhan_ban_luu, so_luong_ban, ngay_chuyen, ky_nhan, ghi_chu,
    nguoi_duyet, ma_thu) AS
SELECT nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, so_ky_hieu, ngay_thang_van_ban,
    ten_loai_va_trich_yeu, nguoi_ky, noi_nhan, noi_nhan_ban_luu, so_luong_ban, ngay_chuyen, ky_nhan, ghi_chu,
    nguoi_duyet, ma_thu
FROM so_dang_ky_tat_ca WHERE so_dang_ky = 'di';

CREATE VIEW lich_su_so (so_dang_ky, nam, so_thu_tu, viec, nguoi, luc, cu, moi, ly_do) AS
SELECT book, book_year, entry_number, action,
    CASE WHEN system_account = '' THEN login ELSE CONCAT(login, ' (', system_account, ')') END,
    at_local, old_value, new_value, reason
FROM book_entry;

CREATE VIEW van_ban_cho_dang_ky (ma_thu, ngay_den, hop_thu, doc_duoc, han, trang_thai) AS
SELECT w.mail_id, w.arrived_on, w.mailbox, w.readable, w.due_local, w.state
FROM waiting_document w
LEFT JOIN waiting_document n ON n.mail_id = w.mail_id AND n.document = w.document AND n.step = w.step + 1
WHERE n.id IS NULL;
