-- What can be asked for. A category with children is a heading and cannot be chosen.
CREATE TABLE request_category (
    code         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    parent       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    name         VARCHAR(20)  NOT NULL,
    keywords     VARCHAR(200) NOT NULL COMMENT 'words residents use for it, separated by blanks',
    private      BOOLEAN      NOT NULL COMMENT 'about homes and people: never shown to the public',
    first_colour VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    green_hours  INT          NOT NULL COMMENT 'working hours each level has; a working day is seven',
    yellow_hours INT          NOT NULL,
    blue_hours   INT          NOT NULL,
    red_hours    INT          NOT NULL,
    position     INT          NOT NULL COMMENT 'order on the screen',
    PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The day's numbers are handed out in blocks, one short transaction a block; what a stopped node had left is never used.
CREATE TABLE request_number (
    day   DATE NOT NULL COMMENT 'in Asia/Shanghai',
    taken INT  NOT NULL COMMENT 'the last number handed out',
    PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE request (
    id                   BIGINT        NOT NULL AUTO_INCREMENT,
    number               VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as told to people, for example HL20261124-000123',
    reporter_resident_id BIGINT        NULL COMMENT 'told what happens, and may rate; null: found by staff',
    reporter_staff_id    BIGINT        NULL COMMENT 'who entered it, if staff did',
    anonymous            BOOLEAN       NOT NULL,
    source               VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category             VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    description          VARCHAR(2000) NOT NULL,
    latitude             DOUBLE        NULL COMMENT 'WGS-84',
    longitude            DOUBLE        NULL COMMENT 'WGS-84',
    address              VARCHAR(200)  NULL,
    grid_id              BIGINT        NOT NULL COMMENT 'level GRID',
    community_id         BIGINT        NULL COMMENT 'what stood above the grid when the request came',
    street_id            BIGINT        NULL,
    status               VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    colour               VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    holder_staff_id      BIGINT        NULL COMMENT 'null: every post up to the district is vacant',
    submitted_at         DATETIME(6)   NOT NULL,
    due_at               DATETIME(6)   NOT NULL,
    escalates_at         DATETIME(6)   NULL COMMENT 'when the timer moves it up; null: nothing left to do for the timer',
    accepted_at          DATETIME(6)   NULL,
    answered_at          DATETIME(6)   NULL,
    answered_by_staff_id BIGINT        NULL COMMENT 'a reopened request never goes back to this person',
    closure              VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    result               VARCHAR(2000) NULL,
    solved               VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what the resident says',
    stars                INT           NULL COMMENT '1 to 5',
    moved_at             DATETIME(6)   NOT NULL COMMENT 'of the last change of state',
    version              INT           NOT NULL,
    open_due_at          DATETIME(6)   GENERATED ALWAYS AS (CASE WHEN status IN ('SUBMITTED', 'ASSIGNED', 'HANDLING') THEN due_at END) VIRTUAL
                                       COMMENT 'null once closed, so that work lists read open requests only',
    PRIMARY KEY (id),
    UNIQUE KEY one_number (number),
    KEY of_reporter (reporter_resident_id, submitted_at, id),
    KEY of_reporter_answered (reporter_resident_id, answered_at),
    KEY of_holder (holder_staff_id, open_due_at, id),
    KEY open_by_due (open_due_at, id),
    KEY timer (escalates_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE request_entry (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    request_id  BIGINT        NOT NULL,
    kind        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor       VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RESIDENT, STAFF or SYSTEM',
    actor_id    BIGINT        NULL COMMENT 'a resident or a staff member; null: the system',
    words       VARCHAR(2600) NOT NULL COMMENT 'as the resident reads it',
    inbound_id  BIGINT        NULL COMMENT 'the chat message these words came by',
    happened_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY heard_once (inbound_id),
    KEY of_request (request_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
