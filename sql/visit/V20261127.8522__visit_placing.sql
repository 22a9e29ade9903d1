-- Visits for which nobody was free: whoever leads there decides. Open as long as the visit is still with the member named here.
CREATE TABLE visit_unplaced (
    visit_id  BIGINT       NOT NULL,
    member_id BIGINT       NOT NULL COMMENT 'who cannot go',
    reason    VARCHAR(200) NOT NULL,
    since     DATETIME(6)  NOT NULL,
    PRIMARY KEY (visit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How often the street was redrawn, and up to where the visits ahead were looked through for it.
CREATE TABLE visit_placing (
    id    TINYINT NOT NULL,
    asked BIGINT  NOT NULL,
    done  BIGINT  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO visit_placing (id, asked, done) VALUES (1, 0, 0);
