-- The register, part 19: a mail that nobody can approve, and an end that no approver's answer made, in the log of approvals.

-- One row a request to an approver, as before. Row 0 of a mail: it waits for somebody who may approve; or it ended
-- without an approver's answer (nobody came, the clerk sent it back, its sender took it back).
CREATE OR REPLACE VIEW nhat_ky_phe_duyet
    (ma_phe_duyet, ma_thu, trang_thai, nguoi_trinh, nguoi_duyet, yeu_cau_luc, quyet_dinh_luc, sha256, y_kien) AS
SELECT CONCAT(q.mail_id, '/', q.name), q.mail_id,
    CASE WHEN e.outcome = 'approved' AND EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = q.mail_id)
         THEN 'released' ELSE COALESCE(e.outcome, 'pending') END,
    q.requester,
    CASE WHEN e.login IS NULL OR e.login = '' OR e.outcome = 'withdrawn'
         THEN REPLACE(q.asked, CHAR(10), ', ') ELSE e.login END,
    q.asked_local, e.at_local, q.about, e.text
FROM question q
LEFT JOIN question_event e ON e.mail_id = q.mail_id AND e.topic = q.topic AND e.name = q.name AND e.step = 'closed'
WHERE q.topic = 'approval'
UNION ALL
SELECT CONCAT(h.mail_id, '/0'), h.mail_id, COALESCE(d.outcome, 'pending'), h.login,
    CASE WHEN d.login IS NULL OR d.outcome = 'withdrawn' THEN '' ELSE d.login END,
    DATEADD(HOUR, 7, h.held_at), d.at_local,
    COALESCE((SELECT MAX(v.about) FROM question v WHERE v.mail_id = h.mail_id
              AND v.topic IN ('approval', 'number', 'withdraw')), ''),
    d.text
FROM held_mail h
LEFT JOIN hold_event d ON d.mail_id = h.mail_id AND d.purpose = h.purpose AND d.step = 'decision'
WHERE h.purpose = 'approval'
AND (d.outcome <> 'released'
     AND NOT EXISTS (SELECT 1 FROM question_event c WHERE c.mail_id = h.mail_id AND c.topic = 'approval'
                     AND c.step = 'closed' AND c.outcome = d.outcome AND c.login = d.login AND c.at = d.at)
     OR d.outcome IS NULL
     AND EXISTS (SELECT 1 FROM hold_event n WHERE n.mail_id = h.mail_id AND n.purpose = h.purpose
                 AND n.step = 'nobody')
     AND NOT EXISTS (SELECT 1 FROM question o WHERE o.mail_id = h.mail_id AND o.topic = 'approval'
                     AND NOT EXISTS (SELECT 1 FROM question_event c WHERE c.mail_id = o.mail_id
                                     AND c.topic = o.topic AND c.name = o.name AND c.step = 'closed')));
