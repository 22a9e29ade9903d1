package cn.gridbell.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of requests.
 *
 * @param numberPrefix what each number starts with: the street's letters
 * @param numberBlock  how many numbers a node takes at a time; what is left when it stops is never used
 * @param timerEvery   how often passed deadlines are looked for
 * @param afterEvery   how often answers nobody rated and questions of four weeks later are looked for
 * @param checkEvery   how often WeChat is asked about words that wait to be checked, and for pictures of drafts
 */
@Validated
@ConfigurationProperties("gridbell.request")
record RequestProperties(
        @DefaultValue("HL") @Pattern(regexp = "[A-Z]{1,6}") String numberPrefix,
        @DefaultValue("50") @Min(1) @Max(10_000) int numberBlock,
        @DefaultValue("30s") Duration timerEvery,
        @DefaultValue("10m") Duration afterEvery,
        @DefaultValue("5s") Duration checkEvery) {}
