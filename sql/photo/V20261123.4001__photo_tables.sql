-- Pictures as kept: upright, re-encoded, without metadata. The file of the same name lies in the photo folder before the row is written.
CREATE TABLE photo (
    id                BIGINT      NOT NULL AUTO_INCREMENT,
    file_name         CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, hexadecimal',
    owner_resident_id BIGINT      NOT NULL COMMENT 'who uploaded it',
    width             INT         NOT NULL COMMENT 'pixels, upright',
    height            INT         NOT NULL,
    subject           VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what it belongs to, for example request:17; null: not used yet',
    position          INT         NOT NULL DEFAULT 0 COMMENT 'order within the subject',
    created_at        DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY one_file (file_name),
    KEY of_subject (subject, position, id),
    KEY unused_by_age (subject, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
