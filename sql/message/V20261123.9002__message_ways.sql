-- Planned messages, the chat as a way, calls whose answer was lost, and what people want to hear.
ALTER TABLE message
    ADD COLUMN not_before      DATETIME(6) NULL COMMENT 'planned for then; until then it stands in nobody''s way' AFTER urgent,
    ADD COLUMN last_called_at  DATETIME(6) NULL COMMENT 'last call that was begun' AFTER first_called_at,
    ADD COLUMN chat_barred     BOOLEAN     NOT NULL DEFAULT FALSE AFTER subscribe_barred,
    ADD COLUMN told_by         BIGINT      NULL COMMENT 'staff member who told the person by telephone',
    ADD KEY message_unconfirmed (status, sent_at);

UPDATE message SET not_before = created_at;

ALTER TABLE message
    MODIFY COLUMN not_before DATETIME(6) NOT NULL COMMENT 'planned for then; until then it stands in nobody''s way';

-- What all nodes know of a way to WeChat.
CREATE TABLE message_channel (
    channel      VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'TEMPLATE, SUBSCRIBE or CHAT',
    quota_day    DATE         NOT NULL COMMENT 'day in Beijing that taken counts',
    taken        BIGINT       NOT NULL COMMENT 'sends the nodes took of the day''s quota, in blocks',
    used_up      DATE         NULL COMMENT 'day in Beijing on which WeChat said 45009',
    heard_at     DATETIME(6)  NULL COMMENT 'when WeChat last made a receipt that arrived here',
    PRIMARY KEY (channel)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO message_channel (channel, quota_day, taken) VALUES
    ('TEMPLATE', '2000-01-01', 0), ('SUBSCRIBE', '2000-01-01', 0), ('CHAT', '2000-01-01', 0);

-- What people said they do not want to hear; without a row they hear it.
CREATE TABLE message_preference (
    resident_id  BIGINT       NOT NULL,
    topic        VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL,
    wanted       BOOLEAN      NOT NULL,
    changed_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (resident_id, topic)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
