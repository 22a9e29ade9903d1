package cn.gridbell.signin;

import cn.gridbell.resident.disclosure.RevealReason;
import cn.gridbell.resident.disclosure.Revealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a staff member looked at something of the person who asks.
 *
 * @param who     role and name, for example 网格员 张三
 * @param about   kind and number of the matter
 * @param purpose in the words of whoever looked
 */
record DisclosureLine(
        String id,
        Instant at,
        String who,
        Revealed what,
        String whatWords,
        String about,
        RevealReason reason,
        String reasonWords,
        @Nullable String purpose) {}
