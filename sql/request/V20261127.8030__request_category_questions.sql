-- What a category asks and tells before a request is submitted, and how it is treated.
ALTER TABLE request_category
    MODIFY COLUMN keywords VARCHAR(600) NOT NULL COMMENT 'words residents use for it, separated by blanks',
    ADD COLUMN follow_up   BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it comes back: asked four weeks after it was solved',
    ADD COLUMN like_metres INT     NOT NULL DEFAULT 100 COMMENT 'how far apart two requests may be about the same matter',
    ADD COLUMN after_photo BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'solved needs a picture of what it looks like now',
    ADD COLUMN questions   TEXT    NULL COMMENT 'JSON: code, kind, words, required, choices, stopper; null: none',
    ADD COLUMN notices     TEXT    NULL COMMENT 'JSON: sentences; null: none',
    ADD COLUMN version     INT     NOT NULL DEFAULT 1;

-- What residents answered, with the question as it was asked then.
CREATE TABLE request_answer (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    request_id BIGINT       NOT NULL,
    question   VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words      VARCHAR(60)  NOT NULL,
    answer     VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY answered_once (request_id, question)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
