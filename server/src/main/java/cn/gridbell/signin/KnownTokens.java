package cn.gridbell.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers tokens whose signature was good: reading one took a tenth of a call's processor time, and the same phone sends the same one again and again.
 * Time is looked at on every call, and whether the session still counts is not a token's to say.
 */
final class KnownTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final JwtDecoder reader;
    private final OAuth2TokenValidator<Jwt> time;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    /** @param reader checks signature and form */
    KnownTokens(JwtDecoder reader, OAuth2TokenValidator<Jwt> time) {
        this.reader = reader;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        Jwt read = known.get(token, reader::decode);
        OAuth2TokenValidatorResult found = time.validate(read);
        if (found.hasErrors()) {
            throw new JwtValidationException("not at this time", found.getErrors());
        }
        return read;
    }
}
