-- How many customer-service messages the official account may still send each person, and until when. Forgotten once it is over.
CREATE TABLE wechat_chat_window (
  open_id    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'openid at the official account: the window is WeChat''s, not the person''s, and two rows of one person may merge',
  opened_at  DATETIME(6) NOT NULL COMMENT 'CreateTime of what the person did last; also tells a window from the one after it',
  closes_at  DATETIME(6) NOT NULL,
  left_count INT         NOT NULL COMMENT 'messages left, never below 0',
  PRIMARY KEY (open_id),
  KEY ix_wechat_chat_window_over (closes_at),
  CONSTRAINT ck_wechat_chat_window_left CHECK (left_count >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
