-- Knock-door visits. Instants are UTC with microseconds; a cell is a quarter of an hour, cell_no = seconds since 1970 / 900.

CREATE TABLE visit (
    id                BIGINT       NOT NULL AUTO_INCREMENT,
    resident_id       BIGINT       NOT NULL COMMENT 'who asked for it, or whose door it is',
    household_id      BIGINT       NOT NULL,
    grid_id           BIGINT       NOT NULL COMMENT 'level GRID, as it was when the visit was made',
    member_id         BIGINT       NOT NULL COMMENT 'the staff member who goes',
    purpose           VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    note              VARCHAR(500) NULL COMMENT 'in the words of the resident',
    request_id        BIGINT       NULL COMMENT 'the request it is about',
    status            VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    version           INT          NOT NULL COMMENT 'grows by one with each change',
    start_at          DATETIME(6)  NOT NULL,
    end_at            DATETIME(6)  NOT NULL,
    answer_by         DATETIME(6)  NOT NULL COMMENT 'until when whoever is asked must answer',
    created_at        DATETIME(6)  NOT NULL,
    door_code         VARBINARY(64) NULL COMMENT 'six digits, sealed; set when the time is confirmed',
    door_tries        INT          NOT NULL DEFAULT 0 COMMENT 'codes tried at the door',
    reason            VARCHAR(200) NULL COMMENT 'why it was declined, called off or expired',
    ended_by          VARCHAR(10)  COLLATE utf8mb4_bin NULL COMMENT 'the side that declined, called off or let it expire',
    checked_in_at     DATETIME(6)  NULL,
    check_in_grade    VARCHAR(20)  COLLATE utf8mb4_bin NULL COMMENT 'how well the presence is proven',
    door_confirmed_at DATETIME(6)  NULL COMMENT 'when the resident said that the member is there',
    result            VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    outcome_note      VARCHAR(500) NULL,
    outcome_at        DATETIME(6)  NULL,
    stars             TINYINT      NULL COMMENT '1 to 5',
    helped            BOOLEAN      NULL,
    rating_comment    VARCHAR(500) NULL,
    rated_at          DATETIME(6)  NULL,
    PRIMARY KEY (id),
    KEY visit_of_resident (resident_id, start_at, id),
    KEY visit_of_member (member_id, start_at, id),
    KEY visit_waiting (status, answer_by, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whatever takes a member's time holds its cells here; the primary key is what makes two visits at one time impossible.
CREATE TABLE visit_cell (
    member_id BIGINT NOT NULL,
    cell_no   BIGINT NOT NULL,
    lane      INT    NOT NULL COMMENT '0 to capacity - 1',
    visit_id  BIGINT NOT NULL,
    PRIMARY KEY (member_id, cell_no, lane),
    KEY cell_of_visit (visit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The same for doors: two members cannot be expected at one door at one time.
CREATE TABLE visit_household_cell (
    household_id BIGINT NOT NULL,
    cell_no      BIGINT NOT NULL,
    visit_id     BIGINT NOT NULL,
    PRIMARY KEY (household_id, cell_no),
    KEY household_cell_of_visit (visit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a member and day, locked before cells are taken, so that those who want the same day queue instead of deadlocking.
CREATE TABLE visit_member_day (
    member_id BIGINT NOT NULL,
    day       DATE   NOT NULL,
    PRIMARY KEY (member_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- When a member offers visits; a member without a row offers the street's usual hours.
CREATE TABLE visit_weekly_rule (
    member_id   BIGINT   NOT NULL,
    weekday     TINYINT  NOT NULL COMMENT '1 Monday to 7 Sunday',
    from_minute SMALLINT NOT NULL COMMENT 'minute of the day in Asia/Shanghai, 0 to 1425',
    to_minute   SMALLINT NOT NULL COMMENT '15 to 1440; 1440 is midnight at the end of the day',
    PRIMARY KEY (member_id, weekday, from_minute)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The times a member proposed instead; all of them are held until the resident picks one.
CREATE TABLE visit_proposal (
    visit_id BIGINT      NOT NULL,
    start_at DATETIME(6) NOT NULL,
    PRIMARY KEY (visit_id, start_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Needs found at the door and the requests they became.
CREATE TABLE visit_need (
    visit_id   BIGINT NOT NULL,
    request_id BIGINT NOT NULL,
    PRIMARY KEY (visit_id, request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
