-- Campaigns, knocks at doors and what households wish. A household's row in another room is named by its id only.

CREATE TABLE visit_campaign (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    name       VARCHAR(40) NOT NULL,
    purpose    VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    grid_id    BIGINT      NOT NULL COMMENT 'the territory it was called for, level GRID or above',
    from_day   DATE        NOT NULL,
    to_day     DATE        NOT NULL COMMENT 'the last day',
    created_by BIGINT      NOT NULL COMMENT 'staff member',
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY campaign_of_grid (grid_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every household a campaign means to reach. How it was covered is written once.
CREATE TABLE visit_campaign_stop (
    campaign_id  BIGINT      NOT NULL,
    household_id BIGINT      NOT NULL,
    grid_id      BIGINT      NOT NULL COMMENT 'level GRID',
    member_id    BIGINT      NULL COMMENT 'whose turf it is',
    covered_how  VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'CONTACT, ATTEMPTS, EMPTY; null: still to be reached',
    covered_at   DATETIME(6) NULL,
    PRIMARY KEY (campaign_id, household_id),
    KEY stop_of_household (household_id, campaign_id),
    KEY stop_of_member (member_id, covered_how, campaign_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every knock, added and never changed. counted is true or null, so that one knock a household and day counts, whoever reports at the same moment.
CREATE TABLE visit_knock (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    household_id BIGINT       NOT NULL,
    grid_id      BIGINT       NOT NULL COMMENT 'level GRID',
    member_id    BIGINT       NOT NULL COMMENT 'who knocked',
    day          DATE         NOT NULL COMMENT 'in Asia/Shanghai',
    band         VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'MORNING, AFTERNOON, EVENING, WEEKEND',
    result       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    note         VARCHAR(500) NULL,
    visit_id     BIGINT       NULL COMMENT 'the visit this knock was, null for a knock without one',
    counted      BOOLEAN      NULL COMMENT 'true, or null for a further knock of the same day',
    knocked_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY knock_counts_once (household_id, day, counted),
    UNIQUE KEY knock_of_visit (visit_id),
    KEY knock_of_member (member_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a household that was knocked at, locked before a knock is written, so that those who report one door queue instead of deadlocking.
CREATE TABLE visit_knock_door (
    household_id BIGINT NOT NULL,
    PRIMARY KEY (household_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE visit_knock_need (
    knock_id   BIGINT NOT NULL,
    request_id BIGINT NOT NULL,
    PRIMARY KEY (knock_id, request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a household wishes of knocks nobody booked; no row: nothing was said.
CREATE TABLE visit_knock_preference (
    household_id BIGINT      NOT NULL,
    do_not_knock BOOLEAN     NOT NULL,
    said_to      VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'SCREEN: set by the resident; DOOR: said to the member',
    changed_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (household_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
