-- What residents begin in the chat of the official account and finish in the mini-program.
CREATE TABLE request_draft (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    resident_id BIGINT       NOT NULL,
    current_of  BIGINT       NULL COMMENT 'the resident, while this is the draft that grows; one draft a resident grows',
    status      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN, USED, WITHDRAWN, EXPIRED',
    latitude    DOUBLE       NULL COMMENT 'WGS-84',
    longitude   DOUBLE       NULL COMMENT 'WGS-84',
    address     VARCHAR(200) NULL COMMENT 'what the map calls the place',
    created_at  DATETIME(6)  NOT NULL,
    touched_at  DATETIME(6)  NOT NULL COMMENT 'what is sent within half an hour from here belongs to it',
    expires_at  DATETIME(6)  NOT NULL,
    request_id  BIGINT       NULL COMMENT 'what it became',
    PRIMARY KEY (id),
    UNIQUE KEY draft_current (current_of),
    KEY draft_of_resident (resident_id, status, id),
    KEY draft_expiry (status, expires_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each picture of a draft, from the letter that announced it to the picture that is kept.
CREATE TABLE request_draft_picture (
    inbound_id BIGINT       NOT NULL COMMENT 'the letter that brought it; once',
    draft_id   BIGINT       NOT NULL,
    status     VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'WAITING, KEPT, REFUSED',
    photo_id   BIGINT       NULL COMMENT 'once kept',
    refusal    VARCHAR(200) NULL COMMENT 'why it was not kept, as the resident reads it',
    tries      INT          NOT NULL DEFAULT 0,
    claim      INT          NOT NULL DEFAULT 0 COMMENT 'fencing number: grows with each claim, only the last claimer may write',
    due_at     DATETIME(6)  NULL COMMENT 'when to fetch it; a claim moves it ahead; null once kept or refused',
    PRIMARY KEY (inbound_id),
    KEY draft_picture_of (draft_id, inbound_id),
    KEY draft_picture_due (due_at, inbound_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
