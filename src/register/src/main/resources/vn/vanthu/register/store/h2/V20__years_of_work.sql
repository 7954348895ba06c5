-- The register, part 20: what is asked every few seconds, or for each mail, costs the same after many years.

CREATE INDEX held_mail_by_purpose ON held_mail (purpose, keep_until);
CREATE INDEX question_by_topic_end ON question (topic, expires_at);
CREATE INDEX mail_by_message_id ON mail (message_id);
CREATE INDEX admin_act_by_action ON admin_act (action, at_local);
CREATE INDEX waiting_document_by_state ON waiting_document (state, due_local);
