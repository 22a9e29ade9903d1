-- A member's calendar for the programs of others. Neither names nor doors stand here.

CREATE TABLE visit_calendar_feed (
    member_id  BIGINT      NOT NULL,
    token_key  BINARY(32)  NOT NULL COMMENT 'keyed index of the secret in the address; the secret itself is nowhere',
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (member_id),
    UNIQUE KEY feed_token (token_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a calendar was last told of a visit; a visit handed to somebody else stays here as cancelled, or it would stay in their calendar for ever.
CREATE TABLE visit_calendar_entry (
    member_id  BIGINT      NOT NULL,
    visit_id   BIGINT      NOT NULL,
    sequence   INT         NOT NULL COMMENT 'the visit''s version: never falls',
    state      VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'TENTATIVE, CONFIRMED, CANCELLED',
    number     VARCHAR(20) NOT NULL,
    purpose    VARCHAR(20) NOT NULL COMMENT 'in Chinese',
    start_at   DATETIME(6) NOT NULL,
    end_at     DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (member_id, visit_id),
    KEY entry_of_member (member_id, end_at),
    KEY entry_of_visit (visit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
