-- Whose turn it is to answer a booking, and whether they were reminded.
CREATE TABLE visit_asking (
    visit_id  BIGINT      NOT NULL,
    stage     VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'MEMBER, LEAD, COMMUNITY',
    asked_id  BIGINT      NOT NULL COMMENT 'the staff member who is to answer',
    remind_at DATETIME(6) NOT NULL COMMENT 'half the term in working time',
    reminded  BOOLEAN     NOT NULL,
    PRIMARY KEY (visit_id),
    KEY asking_to_remind (reminded, remind_at),
    KEY asking_of (asked_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A side that was not there. What the resident objects to does not count until somebody looked at it.
CREATE TABLE visit_no_show (
    visit_id    BIGINT      NOT NULL,
    side        VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'RESIDENT or MEMBER',
    resident_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    at          DATETIME(6) NOT NULL,
    objected_at DATETIME(6) NULL,
    PRIMARY KEY (visit_id, side),
    KEY no_show_of_resident (resident_id, side, at),
    KEY no_show_of_member (member_id, side, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
