package cn.gridbell.platform.restore;

import java.time.Instant;
import java.util.List;

/**
 * A room's part of what follows a restore. The three steps come one after the other, each for all rooms before the next begins, while no server runs and nothing is
 * sent. Each may be done again after a failure.
 */
public interface AfterRestore {

    /** Moves counters on, past what may have been given out after the backup; auto-increment columns are moved for all. Before anything is written. */
    default void skipNumbers() {}

    /** Does what fell due since the backup. What people would be told of it waits in the queue. */
    default void catchUp() {}

    /**
     * Puts aside what may have been said since the backup.
     *
     * @param now the moment of the restore
     * @return for the person at the terminal: what was put aside and where it is listed, nothing personal; empty if there was nothing
     */
    default List<String> setAside(Instant now) {
        return List.of();
    }
}
