-- Room chat: what staff are asked to answer, what keywords are answered with, codes on noticeboards.

-- A person who asked for a person (转人工) and what both sides said since.
CREATE TABLE chat (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  person_id      BIGINT      NOT NULL COMMENT 'a WeChat person',
  open_person_id BIGINT      NULL COMMENT 'the person while it is open, so that each has one at most; null once closed',
  grid_id        BIGINT      NULL COMMENT 'of their household when they asked; null: the street''s',
  community_id   BIGINT      NULL COMMENT 'what stood above the grid then',
  street_id      BIGINT      NULL,
  status         VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'WAITING, ANSWERED or CLOSED',
  line_count     INT         NOT NULL DEFAULT 0,
  opened_at      DATETIME(6) NOT NULL,
  said_at        DATETIME(6) NOT NULL COMMENT 'when the person said something last',
  closed_at      DATETIME(6) NULL,
  closed_by      BIGINT      NULL COMMENT 'a staff member',
  PRIMARY KEY (id),
  UNIQUE KEY uk_chat_open (open_person_id),
  KEY ix_chat_list (status, opened_at, id),
  KEY ix_chat_person (person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE chat_line (
  chat_id    BIGINT      NOT NULL,
  line_no    INT         NOT NULL,
  staff_id   BIGINT      NULL COMMENT 'who answered; null: the person',
  inbound_id BIGINT      NULL COMMENT 'the letter it came in; counted once',
  words      BLOB        NOT NULL COMMENT 'sealed, bound to chat_id and line_no',
  state      VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'HEARD; or SENDING, then SENT, UNKNOWN (the answer to the call was lost), CLOSED (no window) or FAILED',
  said_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (chat_id, line_no),
  UNIQUE KEY uk_chat_line_inbound (inbound_id),
  CONSTRAINT chat_line_of FOREIGN KEY (chat_id) REFERENCES chat (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What staff have answered to words that come often.
CREATE TABLE chat_answer (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  word       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL COMMENT 'as compared: trimmed, lower case',
  matching   VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'EXACT or CONTAINED',
  answer     VARCHAR(600) NOT NULL,
  priority   INT          NOT NULL COMMENT '0 to 100; of several that fit the highest is said',
  enabled    BOOLEAN      NOT NULL,
  version    INT          NOT NULL DEFAULT 0,
  changed_by BIGINT       NULL COMMENT 'a staff member; null: came with the house',
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_chat_answer_word (word, matching)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- True everywhere in China, or switched off until the street wrote its own.
INSERT INTO chat_answer (word, matching, answer, priority, enabled, changed_at) VALUES
('燃气', 'CONTAINED', '闻到燃气味：请立即关闭阀门、开窗通风，不要开关电器，到室外后拨打119或当地燃气公司抢修电话。人员安全后可以回复5转人工，网格员会跟进。', 90, TRUE, '2026-11-23 00:00:00'),
('着火', 'CONTAINED', '请先撤离到安全的地方，立即拨打119。人员安全后可以回复5转人工，网格员会跟进。', 95, TRUE, '2026-11-23 00:00:00'),
('停电', 'CONTAINED', '停电请先看是否只有自己一户；整栋或整片停电可拨打国家电网95598查询和报修。需要网格员帮忙请回复2反映，或回复5转人工。', 50, TRUE, '2026-11-23 00:00:00'),
('停水', 'CONTAINED', '停水请先看楼栋公告；没有公告可向自来水公司报修。需要网格员帮忙请回复2反映，或回复5转人工。', 50, TRUE, '2026-11-23 00:00:00'),
('投诉', 'EXACT', '想投诉请回复2，在小程序里写明情况，会有编号、有承办人、有期限；也可以拨打12345热线，或回复5转人工。', 50, TRUE, '2026-11-23 00:00:00'),
('办事时间', 'CONTAINED', '街道政务服务中心办事时间：工作日 9:00—12:00、13:30—17:30。', 40, FALSE, '2026-11-23 00:00:00');

-- The code on a grid's noticeboard: created once.
CREATE TABLE chat_grid_code (
  grid_id       BIGINT       NOT NULL,
  scene         VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  ticket        VARCHAR(512) COLLATE utf8mb4_bin NULL COMMENT 'null while somebody asks WeChat for it',
  claimed_until DATETIME(6)  NOT NULL COMMENT 'when whoever asks is given up',
  created_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (grid_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
