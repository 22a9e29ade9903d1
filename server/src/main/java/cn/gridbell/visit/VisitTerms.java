package cn.gridbell.visit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is still possible when, and what counts; {@code gridbell.visit.terms.*}.
 *
 * @param changeNotice how long before its start a resident can still take another time
 * @param missedAfter  how long after its end a confirmed visit without a check-in counts as missed by the member
 * @param noShowDays   for how many days a missed appointment is counted
 * @param noShowsShown from how many on staff see them; nobody is refused anything for them
 * @param silenceEvery how often is looked for visits that nobody answered or went to
 */
@Validated
@ConfigurationProperties("gridbell.visit.terms")
record VisitTerms(
        @DefaultValue("1h") @NotNull Duration changeNotice,
        @DefaultValue("12h") @NotNull Duration missedAfter,
        @DefaultValue("90") @Min(1) @Max(366) int noShowDays,
        @DefaultValue("3") @Min(1) @Max(100) int noShowsShown,
        @DefaultValue("1m") @NotNull Duration silenceEvery) {}
