-- Room signin: sessions. A token names a session; the session decides.

CREATE TABLE signin_session (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    resident_id      BIGINT      NOT NULL,
    wechat_person_id BIGINT      NOT NULL COMMENT 'who signed in; the staff account is found by it on each call',
    created_at       DATETIME(6) NOT NULL,
    expires_at       DATETIME(6) NOT NULL,
    ended_at         DATETIME(6) NULL COMMENT 'refreshed or signed out before it expired',
    ended_as         VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'REFRESHED, SIGNED_OUT',
    PRIMARY KEY (id),
    KEY signin_session_resident (resident_id, id),
    KEY signin_session_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
