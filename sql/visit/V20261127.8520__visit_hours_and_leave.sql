-- What a member offers, beside the weekly rule: bounds of their own, days that differ, time away. Null: as the street has it.
CREATE TABLE visit_member_hours (
    member_id            BIGINT      NOT NULL,
    own_week             BOOLEAN     NOT NULL COMMENT 'false: the street''s usual hours',
    capacity             TINYINT     NULL COMMENT 'visits at one time, 1 to 8',
    buffer_cells         TINYINT     NULL COMMENT 'quarters of an hour for the walk, 0 to 8',
    least_notice_minutes INT         NULL,
    horizon_days         INT         NULL COMMENT '1 to 60',
    version              INT         NOT NULL COMMENT 'grows by one with each change',
    changed_by           BIGINT      NOT NULL COMMENT 'the staff member who changed it last',
    changed_at           DATETIME(6) NOT NULL,
    PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A day that differs from the week; one row from 0 to 0: nothing is offered on it.
CREATE TABLE visit_day_override (
    member_id   BIGINT   NOT NULL,
    day         DATE     NOT NULL,
    from_minute SMALLINT NOT NULL,
    to_minute   SMALLINT NOT NULL,
    PRIMARY KEY (member_id, day, from_minute)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Leave and duty. What is not withdrawn holds its cells in visit_cell.
CREATE TABLE visit_absence (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    member_id    BIGINT       NOT NULL,
    kind         VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    start_at     DATETIME(6)  NOT NULL,
    end_at       DATETIME(6)  NOT NULL COMMENT 'exclusive',
    reason       VARCHAR(200) NULL,
    made_by      BIGINT       NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    withdrawn_by BIGINT       NULL,
    withdrawn_at DATETIME(6)  NULL,
    PRIMARY KEY (id),
    KEY absence_of_member (member_id, end_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A cell is held by a visit or by an absence, never by both.
ALTER TABLE visit_cell
    MODIFY visit_id BIGINT NULL,
    ADD COLUMN absence_id BIGINT NULL,
    ADD KEY cell_of_absence (absence_id);
