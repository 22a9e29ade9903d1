package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final AppKind APP = AppKind.MINI_PROGRAM;

    private final SandboxClock clock =
            new SandboxClock(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC));
    private final Tokens tokens = new Tokens(clock);

    @Test
    void stableTokenStaysTheSameAndCountsDown() {
        Tokens.Grant first = tokens.stable(APP, false);
        clock.offset(Duration.ofSeconds(7200 - 345));
        Tokens.Grant second = tokens.stable(APP, false);

        assertThat(first.seconds()).isEqualTo(7200);
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.seconds()).isEqualTo(345);
    }

    @Test
    void stableTokenIsRenewedInItsLastFiveMinutesAndTheOldOneRunsOut() {
        Tokens.Grant first = tokens.stable(APP, false);
        clock.offset(Duration.ofSeconds(7200 - 299));
        Tokens.Grant second = tokens.stable(APP, false);

        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(tokens.check(first.token())).isEqualTo(APP);
        clock.offset(Duration.ofSeconds(7200));
        assertRefused(first.token(), 42001);
    }

    @Test
    void forcingMakesTheOldTokenInvalidAtOnce() {
        Tokens.Grant first = tokens.stable(APP, false);
        Tokens.Grant forced = tokens.stable(APP, true);

        assertThat(forced.token()).isNotEqualTo(first.token());
        assertThat(forced.seconds()).isEqualTo(7200);
        assertRefused(first.token(), 40001);
    }

    @Test
    void forcingAgainWithinThirtySecondsChangesNothing() {
        Tokens.Grant forced = tokens.stable(APP, true);
        clock.offset(Duration.ofSeconds(29));
        assertThat(tokens.stable(APP, true).token()).isEqualTo(forced.token());
        clock.offset(Duration.ofSeconds(31));
        assertThat(tokens.stable(APP, true).token()).isNotEqualTo(forced.token());
    }

    @Test
    void aClockSetBackDoesNotForbidForcing() {
        clock.offset(Duration.ofDays(400));
        Tokens.Grant later = tokens.stable(APP, true);
        clock.offset(Duration.ZERO);
        assertThat(tokens.stable(APP, true).token()).isNotEqualTo(later.token());
    }

    @Test
    void forcingWorksTwentyTimesADay() {
        String last = "";
        for (int i = 0; i < 20; i++) {
            clock.offset(Duration.ofSeconds(31L * i));
            last = tokens.stable(APP, true).token();
        }
        clock.offset(Duration.ofSeconds(31L * 20));
        assertThat(tokens.stable(APP, true).token()).isEqualTo(last);
    }

    @Test
    void classicTokenGivesTheOneBeforeFiveMoreMinutes() {
        Tokens.Grant first = tokens.issueClassic(APP);
        Tokens.Grant second = tokens.issueClassic(APP);
        clock.offset(Duration.ofSeconds(299));
        assertThat(tokens.check(first.token())).isEqualTo(APP);
        clock.offset(Duration.ofSeconds(300));
        assertRefused(first.token(), 42001);
        assertThat(tokens.check(second.token())).isEqualTo(APP);
    }

    @Test
    void theTwoEndpointsKnowNothingOfEachOther() {
        Tokens.Grant stable = tokens.stable(APP, false);
        tokens.issueClassic(APP);
        tokens.issueClassic(APP);
        clock.offset(Duration.ofMinutes(6));
        assertThat(tokens.check(stable.token())).isEqualTo(APP);
        assertThat(tokens.stable(APP, false).token()).isEqualTo(stable.token());
    }

    @Test
    void aRevokedStableTokenIsHandedOutAgainUntilForced() {
        Tokens.Grant first = tokens.stable(APP, false);
        tokens.revoke(APP);

        assertThat(tokens.stable(APP, false).token()).isEqualTo(first.token());
        assertRefused(first.token(), 40001);
        assertThat(tokens.check(tokens.stable(APP, true).token())).isEqualTo(APP);
    }

    @Test
    void saysWhetherATokenIsMissingOrWrong() {
        assertRefused("", 41001);
        assertRefused("made-up", 40001);
    }

    private void assertRefused(String token, int code) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOfSatisfying(WechatRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
