package cn.gridbell.visit.coverage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much knocking the street thinks right; {@code gridbell.visit.coverage.*}.
 *
 * @param knockBudget knocks without an appointment a household is offered for within 30 days, 1 to 30; one a day counts
 * @param weeklyDoors doors a seconded member is asked to knock at in a week of five working days, 1 to 200
 */
@Validated
@ConfigurationProperties("gridbell.visit.coverage")
record CoverageProperties(
        @DefaultValue("4") @Min(1) @Max(30) int knockBudget,
        @DefaultValue("10") @Min(1) @Max(200) int weeklyDoors) {

    static final int BUDGET_DAYS = 30;
}
