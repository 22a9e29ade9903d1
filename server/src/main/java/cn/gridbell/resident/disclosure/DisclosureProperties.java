package cn.gridbell.resident.disclosure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often staff may look; {@code gridbell.resident.disclosure.*}.
 *
 * @param mostADay phones and doors that one staff member may see on one day, 1 to 1000
 */
@Validated
@ConfigurationProperties("gridbell.resident.disclosure")
record DisclosureProperties(
        @DefaultValue("30") @Min(1) @Max(1000) int mostADay) {}
