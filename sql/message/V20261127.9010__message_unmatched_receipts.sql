-- Whose phone a receipt was for that fits no known send: such a person may have seen a message whose answer was lost.
ALTER TABLE message_receipt
    ADD COLUMN wechat_person_id BIGINT NULL COMMENT 'set while message_id is null' AFTER message_id,
    ADD KEY message_receipt_person (wechat_person_id, created_at);
