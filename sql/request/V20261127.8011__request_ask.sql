-- What holders ask about a request they handle. At most one is open a request: open_of is unique.
CREATE TABLE request_ask (
    id                  BIGINT       NOT NULL AUTO_INCREMENT,
    request_id          BIGINT       NOT NULL,
    kind                VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RETURN, EXTENSION, QUESTION, MOVE_DOWN',
    staff_id            BIGINT       NOT NULL COMMENT 'who asks',
    unit_id             BIGINT       NULL COMMENT 'for which unit; null: for none',
    words               VARCHAR(500) NOT NULL COMMENT 'the reason or the question',
    item_code           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the item of the responsibility list a return rests on',
    working_hours       INT          NULL COMMENT 'how much longer, for an extension',
    asked_at            DATETIME(6)  NOT NULL,
    lapses_at           DATETIME(6)  NULL COMMENT 'when a question stops waiting',
    outcome             VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'GRANTED, DENIED, REPLIED, LAPSED, OVERTAKEN',
    settled_by_staff_id BIGINT       NULL,
    settled_at          DATETIME(6)  NULL,
    open_of             BIGINT       GENERATED ALWAYS AS (CASE WHEN settled_at IS NULL THEN request_id END) VIRTUAL,
    open_lapses_at      DATETIME(6)  GENERATED ALWAYS AS (CASE WHEN settled_at IS NULL THEN lapses_at END) VIRTUAL,
    PRIMARY KEY (id),
    UNIQUE KEY one_open (open_of),
    KEY of_request (request_id, id),
    KEY lapsing (open_lapses_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- 职责清单: what is whose task. A return names the item it rests on.
CREATE TABLE request_responsibility (
    code   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name   VARCHAR(60)  NOT NULL,
    rests  VARCHAR(200) NOT NULL COMMENT 'whose task it is, as people read it',
    active BOOLEAN      NOT NULL,
    PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO request_responsibility (code, name, rests, active) VALUES
    ('WY-01', '小区共用部位和共用设施', '物业公司负责维修养护；无物业管理的楼院由社区负责。', 1),
    ('WY-02', '业主专有部分', '由业主自行负责，物业公司可协助。', 1),
    ('CG-01', '占道经营与市容秩序', '城管执法队负责。', 1),
    ('CG-02', '违法建设', '城管执法队负责查处，社区配合。', 1),
    ('GA-01', '治安与噪声扰民', '公安派出所负责，社区配合调解。', 1),
    ('GA-02', '道路交通与车辆乱停', '公安部门负责；小区内由物业公司管理。', 1),
    ('YJ-01', '消防与安全生产隐患', '应急部门负责，网格发现并上报。', 1),
    ('SZ-01', '市政道路、井盖与路灯', '市政管理单位负责，由街道转办。', 1),
    ('SQ-01', '邻里与家庭矛盾调解', '社区负责调解。', 1),
    ('SQ-02', '为老助残与困难救助', '社区受理，街道审核。', 1),
    ('JD-01', '跨单位事项', '由街道联席会研究确定。', 1);

-- Category × territory → who answers first. The smallest territory wins, on one territory the narrower category.
CREATE TABLE request_route (
    id       BIGINT      NOT NULL AUTO_INCREMENT,
    grid_id  BIGINT      NOT NULL COMMENT 'a territory of any level; a building is a micro-grid',
    category VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a category or a heading; empty: every category',
    target   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'GRID_MEMBER, COMMUNITY, UNIT',
    unit_id  BIGINT      NULL COMMENT 'for UNIT',
    PRIMARY KEY (id),
    UNIQUE KEY one_target (grid_id, category)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
