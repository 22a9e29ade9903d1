package cn.gridbell.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final AtomicInteger readings = new AtomicInteger();
    private final JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
    private final KnownTokens tokens = new KnownTokens(this::read, time);

    @BeforeEach
    void itIsNow() {
        at(NOW);
    }

    @Test
    void readsATokenOnce() {
        assertThat(tokens.decode("good").getClaimAsString("sid")).isEqualTo("7");
        assertThat(tokens.decode("good").getClaimAsString("sid")).isEqualTo("7");
        assertThat(readings).hasValue(1);
    }

    @Test
    void refusesAKnownTokenOnceItsTimeIsOver() {
        tokens.decode("good");
        at(NOW.plusSeconds(61));
        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void readsAForgedTokenAgainEachTime() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(readings).hasValue(3);
    }

    private Jwt read(String token) {
        readings.incrementAndGet();
        if (!token.equals("good")) {
            throw new BadJwtException("signature");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "HS256")
                .claim("sid", "7")
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60))
                .build();
    }

    private void at(Instant now) {
        time.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
