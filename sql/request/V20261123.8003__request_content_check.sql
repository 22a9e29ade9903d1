-- What residents wrote, and pictures a person has to look at, on their way to the public. Words without a row were never checked: they are not public.
CREATE TABLE request_check (
    id                  BIGINT       NOT NULL AUTO_INCREMENT,
    request_id          BIGINT       NOT NULL,
    entry_id            BIGINT       NOT NULL DEFAULT 0 COMMENT 'whose words: an entry of the timeline; 0: the description',
    photo_id            BIGINT       NOT NULL DEFAULT 0 COMMENT 'a picture that waits for a person; its state is kept by the room photo; 0: words',
    author_resident_id  BIGINT       NULL COMMENT 'who wrote it: WeChat judges words together with their writer; null: nobody known any more',
    state               VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING, PASSED, REVIEW, RISKY, HIDDEN',
    cause               VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why a person has to look',
    tries               INT          NOT NULL DEFAULT 0,
    claim               INT          NOT NULL DEFAULT 0 COMMENT 'fencing number: grows with each claim, only the last claimer may write',
    created_at          DATETIME(6)  NOT NULL,
    due_at              DATETIME(6)  NULL COMMENT 'when to ask WeChat; a claim moves it ahead; null once settled',
    settled_at          DATETIME(6)  NULL COMMENT 'passed, refused, or laid before a person',
    decided_by_staff_id BIGINT       NULL,
    decision_reason     VARCHAR(200) NULL,
    decided_at          DATETIME(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY checked_once (request_id, entry_id, photo_id),
    KEY check_due (due_at, id),
    KEY check_reviews (state, settled_at, id),
    KEY check_author (author_resident_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
