-- What is said to people: one row a message and person, from the slip to its end.
CREATE TABLE message (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    scene            VARCHAR(32)  COLLATE utf8mb4_bin NOT NULL COMMENT 'why the message is written: Scene',
    subject_kind     VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'REQUEST or VISIT',
    subject_id       BIGINT       NOT NULL,
    turn             INT          NOT NULL COMMENT 'version of the subject after the change that is told',
    person_kind      VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'RESIDENT or STAFF',
    person_id        BIGINT       NOT NULL,
    status           VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'MessageStatus',
    urgent           BOOLEAN      NOT NULL,
    due_at           DATETIME(6)  NOT NULL COMMENT 'not tried before; never later than expires_at',
    expires_at       DATETIME(6)  NOT NULL COMMENT 'not sent from here on',
    attempts         INT          NOT NULL DEFAULT 0 COMMENT 'calls to WeChat that were begun',
    fence            BIGINT       NOT NULL DEFAULT 0 COMMENT 'number of the last claim; an older claim writes nothing',
    claimed_until    DATETIME(6)  NULL COMMENT 'end of the lease while SENDING',
    calling          BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'a call to WeChat was begun in this claim',
    unsure           BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'a call was begun and its answer never seen',
    channel          VARCHAR(16)  COLLATE utf8mb4_bin NULL COMMENT 'TEMPLATE or SUBSCRIBE, once tried',
    app              VARCHAR(16)  COLLATE utf8mb4_bin NULL COMMENT 'WechatApp of the channel',
    template_id      VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    fields           JSON         NULL COMMENT 'what was sent: WeChat field key to text',
    client_msg_id    VARCHAR(32)  COLLATE utf8mb4_bin NULL,
    first_called_at  DATETIME(6)  NULL COMMENT 'first call with this client_msg_id',
    tried_since      DATETIME(6)  NULL COMMENT 'first call at all, or since it was queued again by hand',
    wechat_person_id BIGINT       NULL,
    wechat_msg_id    VARCHAR(64)  COLLATE utf8mb4_bin NULL COMMENT '19 digits, more than a double holds: kept as text',
    template_barred  BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'a lasting refusal: this channel is not tried again',
    subscribe_barred BOOLEAN      NOT NULL DEFAULT FALSE,
    error_code       INT          NULL COMMENT 'errcode of the last refusal; -99 no answer, -98 receipt says blocked by the person, -97 receipt says failed, -96 could not be written',
    title            VARCHAR(40)  NULL COMMENT 'inbox, written when first composed',
    text             VARCHAR(500) NULL COMMENT 'inbox',
    created_at       DATETIME(6)  NOT NULL,
    sent_at          DATETIME(6)  NULL COMMENT 'WeChat took it',
    settled_at       DATETIME(6)  NULL COMMENT 'last change of status by courier or receipt',
    PRIMARY KEY (id),
    UNIQUE KEY message_once (scene, subject_kind, subject_id, turn, person_kind, person_id),
    KEY message_due (status, urgent, due_at, id),
    KEY message_lease (status, claimed_until),
    KEY message_order (person_kind, person_id, subject_kind, subject_id, id),
    KEY message_inbox (person_kind, person_id, created_at, id),
    KEY message_work (status, created_at, id),
    KEY message_unsure (wechat_person_id, status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Send and receipt meet here, whichever comes first: both write the row of WeChat's message id before anything else.
CREATE TABLE message_receipt (
    app              VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL,
    wechat_msg_id    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    message_id       BIGINT       NULL COMMENT 'null until the answer of the send is known',
    result           VARCHAR(24)  COLLATE utf8mb4_bin NULL COMMENT 'null until the receipt arrives',
    applied          BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the message carries the result',
    created_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (app, wechat_msg_id),
    KEY message_receipt_of (message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many subscribe messages of a template may still be sent to a person.
CREATE TABLE message_consent (
    wechat_person_id BIGINT       NOT NULL,
    template_id      VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    remaining        INT          NOT NULL COMMENT 'sends left; for a long-term template 1 stands for as many as needed',
    long_term        BOOLEAN      NOT NULL,
    updated_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (wechat_person_id, template_id),
    CONSTRAINT message_consent_not_negative CHECK (remaining >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Why the count is what it is.
CREATE TABLE message_consent_entry (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    wechat_person_id BIGINT       NOT NULL,
    template_id      VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    source           VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'TAP, POPUP, CHANGE, SEND',
    source_key       VARCHAR(100) COLLATE utf8mb4_bin NULL COMMENT 'identity of what was reported; the same twice counts once',
    choice           VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL COMMENT 'ACCEPT, REJECT, BAN, FILTER, SPENT, RETURNED, ZEROED',
    delta            INT          NOT NULL COMMENT 'change of the count',
    pair_id          BIGINT       NULL COMMENT 'the other report (tap, popup) of the same accept',
    message_id       BIGINT       NULL COMMENT 'the send that spent it',
    at               DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY message_consent_entry_once (source, source_key, template_id),
    KEY message_consent_entry_pair (wechat_person_id, template_id, choice, at),
    KEY message_consent_entry_send (message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
