-- Room staff: accounts and the territories they serve.

CREATE TABLE staff_member (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    number           VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'on the badge; never changes',
    name             VARCHAR(64)   NOT NULL,
    phone            VARBINARY(64) NULL COMMENT 'sealed, bound to number; null once the member left',
    phone_index      BINARY(32)    NULL COMMENT 'keyed index of phone',
    roles            VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'Role names, separated by commas',
    photo_url        VARCHAR(500)  NULL,
    public_phone     VARBINARY(64) NULL COMMENT 'sealed, bound to number; residents may call it',
    wechat_person_id BIGINT        NULL COMMENT 'who holds the account in WeChat',
    bound_at         DATETIME(6)   NULL,
    active           BOOLEAN       NOT NULL COMMENT 'false once the member left: no rights, no posts',
    PRIMARY KEY (id),
    UNIQUE KEY staff_member_number (number),
    UNIQUE KEY staff_member_phone (phone_index),
    UNIQUE KEY staff_member_wechat_person (wechat_person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE staff_duty (
    staff_id BIGINT      NOT NULL,
    grid_id  BIGINT      NOT NULL COMMENT 'a territory of any level',
    since    DATETIME(6) NOT NULL,
    PRIMARY KEY (staff_id, grid_id),
    KEY staff_duty_grid (grid_id, staff_id),
    CONSTRAINT staff_duty_of FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
