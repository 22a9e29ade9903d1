package cn.gridbell.signin;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.CallerDirectory;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffAccount;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions: a token only names one. Whether it still counts, and what its person may do, is read on each call by primary key and by the
 * person's WeChat identity, so that signing out and losing an account act at once, on every node.
 */
@Service
class Sessions implements CallerDirectory {

    private final SessionMapper sessions;
    private final StaffMembers staff;
    private final JwtEncoder tokens;
    private final SigninProperties properties;
    private final Clock clock;

    Sessions(SessionMapper sessions, StaffMembers staff, JwtEncoder tokens, SigninProperties properties, Clock clock) {
        this.sessions = sessions;
        this.staff = staff;
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    Token open(ResidentId resident, WechatPersonId person) {
        Instant now = clock.instant();
        // A token's times are whole seconds; the row ends with its token.
        Instant expiresAt = now.plus(properties.tokenLifetime()).truncatedTo(ChronoUnit.SECONDS);
        NewSession session = new NewSession(resident.value(), person.value(), now, expiresAt);
        sessions.insert(session);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(resident.text())
                .claim("sid", Long.toString(session.id()))
                .issuedAt(now)
                .expiresAt(expiresAt)
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return new Token(
                tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expiresAt);
    }

    /**
     * A new session in the place of an old one, which stops.
     *
     * @throws SessionOver 401, somebody else refreshed or ended it first
     */
    @Transactional
    Token replace(long sessionId) {
        SessionRow old = sessions.findOpen(sessionId, clock.instant());
        if (old == null || sessions.end(sessionId, SessionEnd.REFRESHED, clock.instant()) == 0) {
            throw new SessionOver();
        }
        return open(new ResidentId(old.residentId()), new WechatPersonId(old.wechatPersonId()));
    }

    @Transactional
    void end(long sessionId) {
        sessions.end(sessionId, SessionEnd.SIGNED_OUT, clock.instant());
    }

    @Override
    @Transactional
    public Optional<Caller> callerOf(long sessionId) {
        return Optional.ofNullable(sessions.findOpen(sessionId, clock.instant()))
                .map(this::caller);
    }

    private Caller caller(SessionRow session) {
        StaffAccount account =
                staff.accountOf(new WechatPersonId(session.wechatPersonId())).orElse(null);
        return account == null
                ? new Caller(session.id(), session.residentId(), null, Set.of())
                : new Caller(session.id(), session.residentId(), account.id().value(), account.roles());
    }
}
