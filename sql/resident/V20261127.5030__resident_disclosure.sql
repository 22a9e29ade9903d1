-- Who looked at a resident's phone or door, and what for. Rows are added, never changed; a resident who leaves takes their id and the words along.
CREATE TABLE disclosure (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    resident_id BIGINT       NULL COMMENT 'whose; null: they left',
    staff_id    BIGINT       NOT NULL COMMENT 'who looked',
    what        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PHONE or DOOR',
    reason      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RevealReason',
    purpose     VARCHAR(200) NULL COMMENT 'in their own words; null: the resident left',
    about       VARCHAR(60)  NOT NULL COMMENT 'kind and number of the matter, as told to people',
    at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY disclosure_of_resident (resident_id, at, id),
    KEY disclosure_age (at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How often each staff member looked on a day.
CREATE TABLE disclosure_day (
    staff_id BIGINT NOT NULL,
    day      DATE   NOT NULL COMMENT 'in Asia/Shanghai',
    taken    INT    NOT NULL,
    PRIMARY KEY (staff_id, day),
    KEY disclosure_day_age (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
