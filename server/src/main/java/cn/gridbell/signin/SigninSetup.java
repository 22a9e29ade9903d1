package cn.gridbell.signin;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens are HS256: this server alone makes and reads them, and it keeps one key. No other algorithm is accepted. */
@Configuration(proxyBeanMethods = false)
class SigninSetup {

    @Bean
    JwtEncoder tokenEncoder(SigninProperties properties) {
        return NimbusJwtEncoder.withSecretKey(properties.secretKey())
                .algorithm(MacAlgorithm.HS256)
                .build();
    }

    /** Time is the injected clock's; one clock writes and reads, so no leeway is needed. */
    @Bean
    JwtDecoder tokenDecoder(SigninProperties properties, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(properties.secretKey())
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator expiry = new JwtTimestampValidator(Duration.ZERO);
        expiry.setClock(clock);
        expiry.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(signed -> OAuth2TokenValidatorResult.success());
        return new KnownTokens(decoder, expiry);
    }
}
