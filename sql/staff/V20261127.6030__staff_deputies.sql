-- Who goes if a member cannot, in this order.
CREATE TABLE staff_deputy (
    staff_id  BIGINT  NOT NULL,
    position  TINYINT NOT NULL COMMENT '0 is asked first',
    deputy_id BIGINT  NOT NULL,
    grid_id   BIGINT  NULL COMMENT 'only there; null: wherever the member serves',
    PRIMARY KEY (staff_id, position),
    CONSTRAINT staff_deputy_of FOREIGN KEY (staff_id) REFERENCES staff_member (id),
    CONSTRAINT staff_deputy_is FOREIGN KEY (deputy_id) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
