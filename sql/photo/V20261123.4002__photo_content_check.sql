-- How far each picture that belongs to something has come on its way to the public. A picture without a row was never checked: it is not public.
CREATE TABLE photo_check (
    photo_id   BIGINT      NOT NULL,
    state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING, PASSED, REVIEW, RISKY, HIDDEN',
    cause      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why a person has to look',
    trace_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'WeChat''s number of the check under way',
    tries      INT         NOT NULL DEFAULT 0 COMMENT 'times WeChat was asked and did not take it',
    misses     INT         NOT NULL DEFAULT 0 COMMENT 'times WeChat could not fetch the picture',
    claim      INT         NOT NULL DEFAULT 0 COMMENT 'fencing number: grows with each claim, only the last claimer may write',
    created_at DATETIME(6) NOT NULL,
    due_at     DATETIME(6) NULL COMMENT 'when to look again; a claim moves it ahead; null once settled',
    settled_at DATETIME(6) NULL,
    PRIMARY KEY (photo_id),
    KEY photo_check_due (due_at, photo_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Question and verdict meet here, whichever comes first: both write the row of WeChat's number before anything else.
CREATE TABLE photo_verdict (
    trace_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    photo_id   BIGINT      NULL COMMENT 'null until the answer to the question is known',
    verdict    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'PASS, REVIEW, RISKY, NOT_FETCHED; null until the push arrives',
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (trace_id),
    KEY photo_verdict_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
