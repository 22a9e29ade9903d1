-- Programs of other parties that may report through GeoReport v2. The key itself is kept nowhere.
CREATE TABLE open311_client (
    id              BIGINT          NOT NULL AUTO_INCREMENT,
    name            VARCHAR(60)     NOT NULL,
    contact         VARBINARY(1000) NOT NULL COMMENT 'sealed: whom to call when it misbehaves',
    jurisdiction    VARCHAR(100)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the only one its key is good for',
    key_hash        BINARY(32)      NOT NULL COMMENT 'HMAC-SHA-256 of the key',
    key_end         CHAR(4)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'to tell keys apart on the screen',
    may_write       BOOLEAN         NOT NULL,
    services        VARCHAR(4000)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'codes it may report, separated by blanks; empty: all',
    created_at      DATETIME(6)     NOT NULL,
    created_by      BIGINT          NOT NULL COMMENT 'staff',
    revoked_at      DATETIME(6)     NULL,
    revoked_by      BIGINT          NULL COMMENT 'staff',
    PRIMARY KEY (id),
    UNIQUE KEY one_key (key_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a client reported, and who asked it to.
CREATE TABLE open311_report (
    id             BIGINT          NOT NULL AUTO_INCREMENT,
    client_id      BIGINT          NOT NULL,
    request_id     BIGINT          NOT NULL,
    request_number VARCHAR(24)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the service_request_id',
    external_id    VARCHAR(100)    NULL COMMENT 'what the client calls it; the same twice is one report',
    token          CHAR(32)        CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of a batch service',
    contact        VARBINARY(4000) NULL COMMENT 'sealed: name, phone, e-mail, device, account of the person; null: none given, or erased',
    contact_until  DATETIME(6)     NULL COMMENT 'when the contact is erased',
    created_at     DATETIME(6)     NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY one_request (request_id),
    UNIQUE KEY one_number (request_number),
    UNIQUE KEY reported_once (client_id, external_id),
    UNIQUE KEY one_token (token),
    KEY contact_end (contact_until)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who looked at a person's contact, and why.
CREATE TABLE open311_contact_reading (
    id        BIGINT       NOT NULL AUTO_INCREMENT,
    report_id BIGINT       NOT NULL,
    staff_id  BIGINT       NOT NULL,
    purpose   VARCHAR(200) NOT NULL,
    read_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY of_report (report_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Updates that clients sent; the same twice is one.
CREATE TABLE open311_update (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    client_id  BIGINT       NOT NULL,
    update_id  VARCHAR(100) NOT NULL,
    request_id BIGINT       NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY heard_once (client_id, update_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
