package cn.gridbell.platform.personal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long personal records are kept; {@code gridbell.retention.days.<class>}.
 *
 * @param days by class, 1 to 36500; the classes stand in {@code docs/operations.md}
 */
@ConfigurationProperties("gridbell.retention")
record RetentionProperties(@Nullable Map<String, Integer> days) {

    RetentionProperties {
        days = days == null ? Map.of() : Map.copyOf(days);
        days.forEach((name, kept) -> {
            if (kept < 1 || kept > 36_500) {
                throw new IllegalArgumentException("gridbell.retention.days." + name + " must be between 1 and 36500");
            }
        });
    }
}
