-- What WeChat pushed: stored before it is answered, worked once afterwards.
CREATE TABLE wechat_inbound (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  event_key   BINARY(32)  NOT NULL COMMENT 'sha256: of the message id for messages, of the whole body for events; a retry carries the same',
  door        VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'OFFICIAL_ACCOUNT or MINI_PROGRAM',
  kind        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'message type, or event.<name>',
  body        MEDIUMBLOB  NULL COMMENT 'sealed JSON; null once worked and not needed, or erased',
  happened_at DATETIME(6) NOT NULL COMMENT 'CreateTime',
  received_at DATETIME(6) NOT NULL,
  status      VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'NEW, DONE or POISON (set aside after five tries)',
  tries       INT         NOT NULL DEFAULT 0,
  claim       INT         NOT NULL DEFAULT 0 COMMENT 'fencing number: grows with each claim, only the last claimer may finish',
  due_at      DATETIME(6) NOT NULL COMMENT 'not worked before; a claim moves it ahead, so that a dead node''s claim runs out',
  worked_at   DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_wechat_inbound_event (event_key),
  KEY ix_wechat_inbound_due (status, due_at),
  KEY ix_wechat_inbound_age (received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
