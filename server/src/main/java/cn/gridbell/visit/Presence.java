package cn.gridbell.visit;

import org.jspecify.annotations.Nullable;

/**
 * What a check-in proves.
 *
 * @param metres from the entrance of the building, rounded; null if no place was given or the entrance is not known
 */
record Presence(CheckInGrade grade, @Nullable Integer metres) {}
