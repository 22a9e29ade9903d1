package cn.gridbell.visit;

import cn.gridbell.visit.opening.Cells;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * A visit before the door, for whoever changes who goes or when.
 *
 * @param purpose in Chinese
 * @param times   what it holds: its time, or those that were proposed
 * @param lane    the highest of the member's lanes it is in, from 0
 */
public record VisitAhead(
        VisitId id,
        String number,
        VisitStatus status,
        String statusWords,
        String purpose,
        Instant start,
        Instant end,
        @JsonIgnore List<Cells> times,
        @JsonIgnore int lane) {}
