package cn.gridbell.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person as the table keeps them; openids stay in this room. */
record PersonRow(
        long id,
        @Nullable String miniOpenId,
        @Nullable String officialOpenId,
        @Nullable String unionId,
        boolean following,
        @Nullable Instant followChangedAt,
        @Nullable Long mergedInto) {

    /** Of two rows that are one person, the one that signed in to the mini-program stays (others know it), else the older. */
    static PersonRow staying(PersonRow a, PersonRow b) {
        if ((a.miniOpenId == null) != (b.miniOpenId == null)) {
            return a.miniOpenId != null ? a : b;
        }
        return a.id < b.id ? a : b;
    }

    /** An event that is older than what is known says nothing. */
    boolean believes(Instant at) {
        return followChangedAt == null || !at.isBefore(followChangedAt);
    }

    @Override
    public String toString() {
        return "PersonRow[" + id + "]";
    }
}
