-- Where an open request lies, in squares of 1/200 degree, so that what is near is found by index; null once closed or without a place.
ALTER TABLE request
    ADD COLUMN near_cell BIGINT GENERATED ALWAYS AS (
        CASE WHEN status IN ('SUBMITTED', 'ASSIGNED', 'HANDLING') AND latitude IS NOT NULL AND longitude IS NOT NULL
             THEN CAST(FLOOR(latitude * 200) AS SIGNED) * 100000 + CAST(FLOOR(longitude * 200) AS SIGNED) END) VIRTUAL,
    ADD KEY near_open (category, near_cell, submitted_at),
    ADD KEY of_period (submitted_at),
    ADD KEY unrated (status, answered_at, id);

-- Who said "me too", or came along by a merge: told what the reporter is told.
CREATE TABLE request_follower (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    request_id  BIGINT      NOT NULL,
    resident_id BIGINT      NOT NULL,
    since       DATETIME(6) NOT NULL,
    came_from   BIGINT      NULL COMMENT 'the request that was merged into this one; null: by themselves',
    PRIMARY KEY (id),
    UNIQUE KEY follows_once (request_id, resident_id),
    KEY followed_by (resident_id, since, request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What each person a request concerns says of an answer; an answer is known by its time.
CREATE TABLE request_rating (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    request_id  BIGINT      NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    resident_id BIGINT      NULL COMMENT 'null: has left',
    solved      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stars       INT         NOT NULL,
    rated_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY rated_once (request_id, answered_at, resident_id),
    KEY rating_of (resident_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who asked for more speed, once a working day each.
CREATE TABLE request_chase (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    request_id  BIGINT      NOT NULL,
    resident_id BIGINT      NULL COMMENT 'null: has left',
    day         DATE        NOT NULL COMMENT 'the working day it counts for, in Asia/Shanghai',
    chased_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY chased_once (request_id, resident_id, day),
    KEY chase_of (resident_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What an answer says beside its words.
CREATE TABLE request_outcome (
    request_id     BIGINT       NOT NULL,
    where_to_go    VARCHAR(200) NULL COMMENT 'of a refusal',
    transferred_to VARCHAR(100) NULL,
    merged_into    BIGINT       NULL,
    PRIMARY KEY (request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Asked four weeks after it was solved, where the category says so.
CREATE TABLE request_follow_up (
    request_id     BIGINT      NOT NULL,
    due_at         DATETIME(6) NOT NULL,
    asked_at       DATETIME(6) NULL,
    answer         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'FINE, AGAIN',
    answered_at    DATETIME(6) NULL,
    new_request_id BIGINT      NULL COMMENT 'what it was opened anew as',
    PRIMARY KEY (request_id),
    KEY follow_up_due (asked_at, due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
