-- What members wrote down without a network. Kept for a week so that a second delivery is known for one; the words are gone once they are worked.
CREATE TABLE visit_outbox_item (
    member_id BIGINT       NOT NULL,
    client_id VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'chosen by the phone',
    visit_id  BIGINT       NULL,
    kind      VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'CHECK_IN, OUTCOME, NEED, KNOCK',
    rank_no   TINYINT      NOT NULL COMMENT 'in which order they are worked',
    body_hash BINARY(32)   NOT NULL,
    body      VARBINARY(16000) NULL COMMENT 'sealed; null once worked',
    state     VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'WAITING, APPLIED, REFUSED',
    problem   VARCHAR(100) NULL COMMENT 'type of the refusal',
    detail    VARCHAR(300) NULL COMMENT 'in Chinese, nothing personal',
    at        DATETIME(6)  NOT NULL COMMENT 'when it happened',
    taken_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (member_id, client_id),
    KEY outbox_of_visit (visit_id, state),
    KEY outbox_taken (taken_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
