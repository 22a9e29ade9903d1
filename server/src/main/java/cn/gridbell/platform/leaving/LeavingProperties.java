package cn.gridbell.platform.leaving;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.leaving}.
 *
 * @param notice how long a node that was asked to stop still takes calls; 0 to 15 s
 */
@ConfigurationProperties("gridbell.leaving")
record LeavingProperties(@DefaultValue("3s") Duration notice) {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    LeavingProperties {
        if (notice.isNegative() || notice.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("gridbell.leaving.notice: 0s to 15s");
        }
    }
}
