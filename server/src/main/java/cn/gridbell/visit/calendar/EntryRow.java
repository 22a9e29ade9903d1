package cn.gridbell.visit.calendar;

import java.time.Instant;

/** What a calendar was last told of a visit. */
record EntryRow(
        long memberId,
        long visitId,
        int sequence,
        EntryState state,
        String number,
        String purpose,
        Instant startAt,
        Instant endAt,
        Instant changedAt) {}
