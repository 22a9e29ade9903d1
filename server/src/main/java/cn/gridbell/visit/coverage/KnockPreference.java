package cn.gridbell.visit.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a household wishes of knocks nobody booked.
 *
 * @param changedAt null if nothing was ever said
 */
record KnockPreference(boolean doNotKnock, @Nullable Instant changedAt) {}
