package cn.gridbell.resident.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked.
 *
 * @param staffId who
 * @param purpose in their own words; null once the resident left
 * @param about   kind and number of the matter
 */
public record Disclosure(
        long id,
        long staffId,
        Revealed what,
        RevealReason reason,
        @Nullable String purpose,
        String about,
        Instant at) {}
