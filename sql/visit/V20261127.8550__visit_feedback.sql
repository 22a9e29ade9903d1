-- What residents thought of a visit and, apart from it, of what came of it; and who must call back whom.

CREATE TABLE visit_feedback (
    visit_id  BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL COMMENT 'who went',
    grid_id   BIGINT      NOT NULL,
    stars     TINYINT     NULL COMMENT '1 to 5; null: only what came of it was rated',
    helped    BOOLEAN     NULL,
    rated_at  DATETIME(6) NULL,
    solved    VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'YES, PARTLY, NO: what came of it',
    solved_at DATETIME(6) NULL,
    PRIMARY KEY (visit_id),
    KEY feedback_of_member (member_id, visit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE visit_call_back (
    visit_id     BIGINT       NOT NULL,
    grid_id      BIGINT       NOT NULL,
    caller_id    BIGINT       NULL COMMENT 'the staff member who is to call; null: the post is vacant',
    status       VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'OPEN, DONE',
    asked_at     DATETIME(6)  NOT NULL,
    remind_at    DATETIME(6)  NOT NULL,
    due_at       DATETIME(6)  NOT NULL COMMENT 'two working days after the rating',
    reminded_at  DATETIME(6)  NULL,
    escalated_at DATETIME(6)  NULL,
    done_by      BIGINT       NULL,
    done_at      DATETIME(6)  NULL,
    words        VARCHAR(500) NULL COMMENT 'what was said, in the words of whoever called',
    PRIMARY KEY (visit_id),
    KEY call_back_of (caller_id, status, due_at, visit_id),
    KEY call_back_waiting (status, remind_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
