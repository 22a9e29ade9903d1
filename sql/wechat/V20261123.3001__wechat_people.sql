-- One row for each person WeChat told us about; what the other rooms call a WechatPersonId.
CREATE TABLE wechat_person (
  id                BIGINT      NOT NULL AUTO_INCREMENT,
  mini_open_id      VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'openid in the mini-program',
  official_open_id  VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'openid at the official account',
  union_id          VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'the same over both apps; null when they are not bound to one open platform account',
  following         BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'follows the official account',
  follow_changed_at DATETIME(6) NULL COMMENT 'when WeChat says it last changed: an older event that comes late is not believed',
  merged_into       BIGINT      NULL COMMENT 'two rows turned out to be one person: this one only points at the one that stays',
  created_at        DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_wechat_person_mini (mini_open_id),
  UNIQUE KEY uk_wechat_person_official (official_open_id),
  UNIQUE KEY uk_wechat_person_union (union_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
