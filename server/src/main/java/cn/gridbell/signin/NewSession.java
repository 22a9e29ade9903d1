package cn.gridbell.signin;

import java.time.Instant;

/** A session to be stored; the database gives it its id. */
final class NewSession {

    private long id;
    final long residentId;
    final long wechatPersonId;
    final Instant createdAt;
    final Instant expiresAt;

    NewSession(long residentId, long wechatPersonId, Instant createdAt, Instant expiresAt) {
        this.residentId = residentId;
        this.wechatPersonId = wechatPersonId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    long id() {
        return id;
    }
}
