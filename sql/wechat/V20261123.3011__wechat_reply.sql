-- What a person is answered in the chat of the official account: in the answer to WeChat's push, or a little later as a customer-service message. Never both.
CREATE TABLE wechat_reply (
  inbound_id BIGINT      NOT NULL COMMENT 'the letter that is answered; one answer a letter',
  person_id  BIGINT      NOT NULL,
  words      BLOB        NULL COMMENT 'sealed, bound to inbound_id; null once it came to nothing',
  status     VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'WAITING, then PASSIVE (said in the answer to the push) or SENDING and SENT, UNKNOWN (the answer to the call was lost), GONE',
  reason     VARCHAR(20) COLLATE utf8mb4_bin NULL COMMENT 'why it is gone',
  tries      INT         NOT NULL DEFAULT 0,
  claim      INT         NOT NULL DEFAULT 0 COMMENT 'fencing number: grows with each claim, only the last claimer may finish',
  due_at     DATETIME(6) NOT NULL COMMENT 'WAITING: not sent before; SENDING: when the claim runs out',
  called_at  DATETIME(6) NULL COMMENT 'set before WeChat is called: a claim that runs out before may be made again, one that runs out after may not',
  created_at DATETIME(6) NOT NULL,
  ended_at   DATETIME(6) NULL,
  PRIMARY KEY (inbound_id),
  KEY ix_wechat_reply_due (status, due_at),
  KEY ix_wechat_reply_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
