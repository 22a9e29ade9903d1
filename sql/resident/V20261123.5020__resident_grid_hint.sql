-- The grid whose code a person scanned last: proposed to those who have given no household yet, never more than that.
CREATE TABLE resident_grid_hint (
  wechat_person_id BIGINT      NOT NULL,
  grid_id          BIGINT      NOT NULL COMMENT 'level GRID',
  hinted_at        DATETIME(6) NOT NULL COMMENT 'when it was scanned; an older scan that comes late is not believed',
  PRIMARY KEY (wechat_person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
