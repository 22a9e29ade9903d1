-- 联调: several parties at one table about one request. At most one is open a request: open_of is unique.
CREATE TABLE request_coordination (
    id                 BIGINT       NOT NULL AUTO_INCREMENT,
    request_id         BIGINT       NOT NULL,
    colour             VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the level that opened it',
    opened_by_staff_id BIGINT       NOT NULL,
    purpose            VARCHAR(500) NOT NULL,
    with_resident      BOOLEAN      NOT NULL COMMENT 'whether the reporter takes part',
    opened_at          DATETIME(6)  NOT NULL,
    outcome            VARCHAR(500) NULL COMMENT 'null while it is open',
    closed_at          DATETIME(6)  NULL,
    version            INT          NOT NULL,
    open_of            BIGINT       GENERATED ALWAYS AS (CASE WHEN closed_at IS NULL THEN request_id END) VIRTUAL,
    PRIMARY KEY (id),
    UNIQUE KEY one_open_coordination (open_of),
    KEY of_request (request_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE request_coordination_party (
    coordination_id BIGINT NOT NULL,
    staff_id        BIGINT NOT NULL DEFAULT 0 COMMENT 'a staff member; 0: a unit',
    unit_id         BIGINT NOT NULL DEFAULT 0 COMMENT 'a unit; 0: a staff member',
    PRIMARY KEY (coordination_id, staff_id, unit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE request_coordination_note (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    coordination_id BIGINT        NOT NULL,
    staff_id        BIGINT        NOT NULL COMMENT 'who wrote it',
    words           VARCHAR(2000) NOT NULL,
    written_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    KEY of_coordination (coordination_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE request_coordination_task (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    coordination_id  BIGINT       NOT NULL,
    staff_id         BIGINT       NULL COMMENT 'who does it, if a person does',
    unit_id          BIGINT       NULL COMMENT 'who does it, if a unit does',
    what             VARCHAR(200) NOT NULL,
    due_at           DATETIME(6)  NOT NULL,
    done_at          DATETIME(6)  NULL,
    done_by_staff_id BIGINT       NULL,
    PRIMARY KEY (id),
    KEY tasks_of_coordination (coordination_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
