-- Room grid: the tree of territories, the entrances of buildings, and the mark that tells every node when they were redrawn.

CREATE TABLE grid (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    code        VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the street''s own code; never changes',
    name        VARCHAR(50)  NOT NULL,
    level       VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'STREET, COMMUNITY, GRID, MICRO_GRID',
    kind        VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'of a micro-grid: BUILDING, RESIDENT_UNIT, STREET_SHOP, CONSTRUCTION_SITE',
    parent_code VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'null for the street',
    territory   MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'WKT polygon, WGS-84, longitude before latitude; null where none was drawn. Searched in memory, never in SQL',
    PRIMARY KEY (id),
    UNIQUE KEY grid_code (code),
    KEY grid_parent (parent_code),
    CONSTRAINT grid_parent_of FOREIGN KEY (parent_code) REFERENCES grid (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE building (
    id        BIGINT       NOT NULL AUTO_INCREMENT,
    address   VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'road and number, as delivered',
    building  VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'empty where the address is one house',
    grid_code VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of level GRID or MICRO_GRID',
    latitude  DOUBLE       NOT NULL COMMENT 'of the entrance, WGS-84',
    longitude DOUBLE       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY building_address (address, building),
    KEY building_grid (grid_code),
    CONSTRAINT building_in FOREIGN KEY (grid_code) REFERENCES grid (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE grid_redrawing (
    id      TINYINT     NOT NULL COMMENT 'always 1',
    version BIGINT      NOT NULL COMMENT 'grows with each import; its lock lets one import run at a time',
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO grid_redrawing (id, version) VALUES (1, 0);
