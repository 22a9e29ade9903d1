-- Room resident: a person, the door they live behind, what they agreed to.

CREATE TABLE household (
    id          BIGINT          NOT NULL AUTO_INCREMENT,
    address_key BINARY(32)      NOT NULL COMMENT 'keyed index of grid and address as compared; one row for one door',
    door        VARBINARY(1024) NOT NULL COMMENT 'sealed: address, building, unit and room; bound to address_key',
    grid_id     BIGINT          NOT NULL COMMENT 'level GRID',
    created_at  DATETIME(6)     NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY household_address (address_key),
    KEY household_grid (grid_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE resident (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    wechat_person_id BIGINT        NOT NULL,
    phone            VARBINARY(64) NULL COMMENT 'sealed, bound to id',
    phone_index      BINARY(32)    NULL COMMENT 'keyed index of phone; a family may share a number',
    household_id     BIGINT        NULL,
    created_at       DATETIME(6)   NOT NULL,
    updated_at       DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY resident_wechat_person (wechat_person_id),
    KEY resident_phone (phone_index),
    KEY resident_household (household_id),
    CONSTRAINT resident_lives_in FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE privacy_consent (
    resident_id BIGINT                                         NOT NULL,
    version     VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the privacy text that was shown',
    agreed_at   DATETIME(6)                                    NOT NULL,
    PRIMARY KEY (resident_id, version),
    CONSTRAINT privacy_consent_of FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
