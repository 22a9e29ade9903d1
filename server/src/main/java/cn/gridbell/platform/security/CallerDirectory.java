package cn.gridbell.platform.security;

import java.util.Optional;

/** Declared here, implemented by the room that keeps sessions: who a session belongs to right now. */
public interface CallerDirectory {

    /** Empty if the session is signed out, over or unknown. */
    Optional<Caller> callerOf(long sessionId);
}
