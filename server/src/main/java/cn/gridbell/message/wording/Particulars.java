package cn.gridbell.message.wording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of its subject.
 *
 * @param subjectId for the page to open
 * @param number    as told to people
 * @param what      the matter in Chinese
 * @param state     how it stands, in Chinese
 * @param who       who answers for it
 * @param whose     what the reader has to do with it: 您反映, 您关注 or 您预约
 * @param when      the moment it is about
 * @param end       end of that moment, null if it has none
 * @param by        by when the next thing happens
 */
public record Particulars(
        long subjectId,
        String number,
        String what,
        String state,
        String who,
        String whose,
        Instant when,
        @Nullable Instant end,
        Instant by) {

    String in(Slot slot) {
        return switch (slot) {
            case NUMBER -> number;
            case WHAT -> what;
            case STATE -> state;
            case WHO -> who;
            case WHEN -> moment();
        };
    }

    /** {@code 2026年11月23日 15:00}, or {@code 2026年11月23日 15:00~15:30}. */
    String moment() {
        return end == null ? ChineseTime.minute(when) : ChineseTime.span(when, end);
    }

    String deadline() {
        return ChineseTime.minute(by);
    }
}
