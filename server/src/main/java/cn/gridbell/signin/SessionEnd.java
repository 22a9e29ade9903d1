package cn.gridbell.signin;

/** Why a session ended before it expired. */
enum SessionEnd {
    REFRESHED,
    SIGNED_OUT
}
