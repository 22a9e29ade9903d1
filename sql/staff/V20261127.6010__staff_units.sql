-- Property companies and units of the district that send staff into the grids. A member belongs to one unit.
CREATE TABLE staff_unit (
    id     BIGINT      NOT NULL AUTO_INCREMENT,
    code   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the street''s own; never changes',
    name   VARCHAR(60) NOT NULL,
    kind   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'UnitKind',
    active BOOLEAN     NOT NULL COMMENT 'false once it left: takes nothing new',
    PRIMARY KEY (id),
    UNIQUE KEY staff_unit_code (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE staff_unit_member (
    staff_id  BIGINT  NOT NULL,
    unit_id   BIGINT  NOT NULL,
    unit_lead BOOLEAN NOT NULL COMMENT 'told first of what comes to the unit',
    PRIMARY KEY (staff_id),
    KEY staff_unit_members (unit_id, unit_lead, staff_id),
    CONSTRAINT staff_unit_member_of FOREIGN KEY (unit_id) REFERENCES staff_unit (id),
    CONSTRAINT staff_unit_member_is FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
