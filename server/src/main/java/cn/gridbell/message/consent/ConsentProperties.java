package cn.gridbell.message.consent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.message.consent}.
 *
 * @param pairWindow how far apart the tap and the popup event of one accept may arrive, 1 s to 1 h
 * @param most       accepts of one template that are believed at most, 1 to 1000: the tap is only the client's word
 */
@ConfigurationProperties("gridbell.message.consent")
record ConsentProperties(
        @DefaultValue("5m") Duration pairWindow,
        @DefaultValue("30") int most) {

    ConsentProperties {
        if (pairWindow.toSeconds() < 1 || pairWindow.toHours() > 1 || most < 1 || most > 1000) {
            throw new IllegalArgumentException("gridbell.message.consent: pair-window 1s..1h, most 1..1000");
        }
    }
}
