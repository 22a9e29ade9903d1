package dev.gridbell.house.downstairs.lower;

import dev.gridbell.house.downstairs.upper.Upper;

/** Mentions upstairs, which it must not. */
public final class Lower {

    /** The arrow that points up. */
    public Upper upstairs() {
        return new Upper();
    }
}
