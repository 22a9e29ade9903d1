-- What a client sent once so that a repeated call is the same call. Written in the transaction of the work itself.
CREATE TABLE idempotency_key (
    resident_id BIGINT       NOT NULL,
    idem_key    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_hash   BINARY(32)   NOT NULL COMMENT 'SHA-256 of operation and body',
    answer      MEDIUMTEXT   NULL COMMENT 'JSON, null only inside the first transaction; no personal data',
    created_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (resident_id, idem_key),
    KEY by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Days that the State Council's yearly notice names: holidays (working = 0) and make-up days (working = 1).
CREATE TABLE work_day (
    day     DATE       NOT NULL,
    working BOOLEAN NOT NULL,
    name    VARCHAR(30) NOT NULL,
    PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- db-scheduler's own table, as its documentation for MySQL gives it.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP(6) NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50),
    last_success         TIMESTAMP(6) NULL,
    last_failure         TIMESTAMP(6) NULL,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP(6) NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance),
    INDEX execution_time_idx (execution_time),
    INDEX last_heartbeat_idx (last_heartbeat),
    INDEX priority_execution_time_idx (priority DESC, execution_time ASC)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
