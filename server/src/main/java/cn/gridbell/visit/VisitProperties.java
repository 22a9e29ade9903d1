package cn.gridbell.visit;

import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.opening.DayWindow;
import cn.gridbell.visit.opening.StreetHours;
import cn.gridbell.visit.opening.WeeklyRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the street wants visits to be booked; {@code gridbell.visit.*}.
 *
 * @param leastNotice how long before its start a visit can still be booked
 * @param horizon     how far ahead visits can be booked
 * @param answerTerm  working time within which whoever is asked must answer
 * @param capacity    visits a member can have at one time, 1 to 8
 * @param visitCells  quarters of an hour a visit lasts, 1 to 16
 * @param bufferCells quarters of an hour held after a visit for the walk to the next door, 0 to 8
 * @param departureLead how long before its start a member can say that they set out, on its day, up to 12 hours
 * @param windows     the hours of members who set none of their own, by day of the week, for example {@code monday: ["09:00-11:30"]}
 */
@Validated
@ConfigurationProperties("gridbell.visit")
record VisitProperties(
        @DefaultValue("2h") @NotNull Duration leastNotice,
        @DefaultValue("14d") @NotNull Duration horizon,
        @DefaultValue("4h") @NotNull Duration answerTerm,
        @DefaultValue("1") @Min(1) @Max(8) int capacity,
        @DefaultValue("2") @Min(1) @Max(16) int visitCells,
        @DefaultValue("1") @Min(0) @Max(8) int bufferCells,
        @DefaultValue("2h") @NotNull Duration departureLead,
        @Nullable Map<DayOfWeek, List<String>> windows) {

    private static final List<String> DAY = List.of("09:00-11:30", "14:00-17:00");
    private static final List<String> DAY_AND_EVENING = List.of("09:00-11:30", "14:00-17:00", "18:30-20:00");
    private static final Map<DayOfWeek, List<String>> USUAL = Map.of(
            DayOfWeek.MONDAY, DAY,
            DayOfWeek.TUESDAY, DAY_AND_EVENING,
            DayOfWeek.WEDNESDAY, DAY,
            DayOfWeek.THURSDAY, DAY_AND_EVENING,
            DayOfWeek.FRIDAY, DAY);

    VisitProperties {
        if (leastNotice.isNegative() || horizon.compareTo(leastNotice) <= 0 || horizon.toDays() > 60) {
            throw new IllegalArgumentException("gridbell.visit: least-notice and horizon must grow, up to 60 days");
        }
        if (answerTerm.isNegative() || answerTerm.isZero()) {
            throw new IllegalArgumentException("gridbell.visit.answer-term must be positive");
        }
        if (departureLead.isNegative() || departureLead.toHours() > 12) {
            throw new IllegalArgumentException("gridbell.visit.departure-lead must be between 0 and 12 hours");
        }
        rule(windows); // refuses to start with windows that are none
    }

    /** The hours of members who set none of their own. */
    WeeklyRule usualRule() {
        return rule(windows);
    }

    /** What holds for members who set nothing of their own. */
    StreetHours streetHours() {
        return new StreetHours(usualRule(), capacity, visitCells, bufferCells, leastNotice, horizon);
    }

    /** How long a visit lasts. */
    Duration visitLength() {
        return Cells.LENGTH.multipliedBy(visitCells);
    }

    private static WeeklyRule rule(@Nullable Map<DayOfWeek, List<String>> windows) {
        Map<DayOfWeek, List<DayWindow>> parsed = new EnumMap<>(DayOfWeek.class);
        (windows == null ? USUAL : windows)
                .forEach((day, list) ->
                        parsed.put(day, list.stream().map(DayWindow::parse).toList()));
        return new WeeklyRule(parsed);
    }
}
