package cn.gridbell.open311;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.open311}: how the street shows itself to Open311 clients.
 *
 * @param jurisdiction  its {@code jurisdiction_id}: the street's web address without www, ASCII
 * @param contact       shown in the discovery document: whom to ask
 * @param keyService    shown in the discovery document: how to come by a key
 * @param changed       when categories or addresses changed last, W3C date and time with zone; clients refresh what they keep when it moves
 * @param batchServices codes of categories for which a report is first answered with a token
 * @param readsAMinute  calls without a key from one address, 1 to 100,000 a minute
 * @param wrongKeysAMinute tries with a wrong key from one address, 1 to 100,000 a minute; then even a right one waits
 * @param contactKept   how long the reporting person's name, phone and e-mail are kept, 1 to 3,650 days
 */
@ConfigurationProperties("gridbell.open311")
record Open311Properties(
        @DefaultValue("street.example") String jurisdiction,
        @DefaultValue("请联系街道网格化服务管理中心。") String contact,
        @DefaultValue("请向街道网格化服务管理中心申请 API key。") String keyService,
        @DefaultValue("2026-11-01T00:00:00+08:00") String changed,
        @DefaultValue List<String> batchServices,
        @DefaultValue("600") int readsAMinute,
        @DefaultValue("30") int wrongKeysAMinute,
        @DefaultValue("180d") Duration contactKept) {

    private static final Pattern JURISDICTION = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    Open311Properties {
        check(JURISDICTION.matcher(jurisdiction).matches(), "jurisdiction");
        check(!contact.isBlank() && !keyService.isBlank(), "contact and key-service");
        check(Parameters.instantOf(changed).isPresent(), "changed: a W3C date and time with zone");
        check(readsAMinute >= 1 && readsAMinute <= 100_000, "reads-a-minute 1..100000");
        check(wrongKeysAMinute >= 1 && wrongKeysAMinute <= 100_000, "wrong-keys-a-minute 1..100000");
        check(contactKept.toDays() >= 1 && contactKept.toDays() <= 3_650, "contact-kept 1..3650d");
        batchServices = List.copyOf(batchServices);
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.open311: " + what);
        }
    }
}
