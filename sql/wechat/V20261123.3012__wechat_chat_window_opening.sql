-- Two windows can open in one second of WeChat's: a number tells one from the one after it.
ALTER TABLE wechat_chat_window ADD COLUMN opening BIGINT NOT NULL DEFAULT 0 COMMENT 'grows with each window that opens';
