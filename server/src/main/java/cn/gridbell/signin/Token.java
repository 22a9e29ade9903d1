package cn.gridbell.signin;

import java.time.Instant;

/** @param text what a client sends as {@code Authorization: Bearer …} */
record Token(String text, Instant expiresAt) {

    /** Whoever reads it could use it. */
    @Override
    public String toString() {
        return "Token[…]";
    }
}
