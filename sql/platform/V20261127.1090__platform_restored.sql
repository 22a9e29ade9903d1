-- A row is the last thing in a backup (ops/backup): whoever loads it has a database that does not know what was done and said since.
CREATE TABLE platform_restored (
    loaded_at  DATETIME(6) NOT NULL COMMENT 'when the backup was loaded',
    settled_at DATETIME(6) NULL COMMENT 'when --restored was done; until then no server starts',
    PRIMARY KEY (loaded_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
