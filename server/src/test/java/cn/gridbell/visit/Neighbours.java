package cn.gridbell.visit;

import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.resident.GiveHousehold;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.wechat.WechatPersonId;
import dev.gridbell.testing.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Hundreds of signed-in residents behind doors of their own, made without WeChat: a race needs many, quickly. */
final class Neighbours {

    private static final AtomicLong NEXT = new AtomicLong(9_000_000);

    private final Residents residents;
    private final StaffMembers staff;
    private final JwtEncoder tokens;
    private final JdbcTemplate database;
    private final Clock clock;
    private final Environment environment;

    Neighbours(
            Residents residents,
            StaffMembers staff,
            JwtEncoder tokens,
            JdbcTemplate database,
            Clock clock,
            Environment environment) {
        this.residents = residents;
        this.staff = staff;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Somebody behind a door nobody else lives behind.
     *
     * @param compound for example {@code 铃音巷1号}
     */
    Http resident(String compound, String building) {
        long person = NEXT.incrementAndGet();
        ResidentId resident = residents.signedIn(new WechatPersonId(person));
        residents.giveHousehold(
                resident, new GiveHousehold(compound, building, "1单元", Long.toString(person), null), null);
        return signedIn(person, resident);
    }

    /** In the grid HL-01-01. */
    Http resident() {
        return resident("铃音巷1号", "1号楼");
    }

    /** Somebody who has not said where they live. */
    Http stranger() {
        long person = NEXT.incrementAndGet();
        return signedIn(person, residents.signedIn(new WechatPersonId(person)));
    }

    /** Somebody behind the same door as another. */
    Http resident(String room) {
        long person = NEXT.incrementAndGet();
        ResidentId resident = residents.signedIn(new WechatPersonId(person));
        residents.giveHousehold(resident, new GiveHousehold("铃音巷1号", "1号楼", "1单元", room, null), null);
        return signedIn(person, resident);
    }

    /**
     * A staff member of the demo street.
     *
     * @param phone as in {@code staff.csv}
     */
    Http member(String phone) {
        long person = NEXT.incrementAndGet();
        staff.bind(Phone.parse(phone).orElseThrow(), new WechatPersonId(person));
        return signedIn(person, residents.signedIn(new WechatPersonId(person)));
    }

    /** Books a time. */
    static Http.Answer book(Http resident, Object start) {
        return book(resident, Map.of("start", start, "purpose", "SAFETY_CHECK"));
    }

    static Http.Answer book(Http resident, Map<String, ?> body) {
        return resident.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/resident/visits", body);
    }

    /** Changes rows past the server, for good: a connection of this pool gives back what nobody commits. */
    void change(String sql, Object... values) {
        database.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
                connection.commit();
                return true;
            }
        });
    }

    private Http signedIn(long person, ResidentId resident) {
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(400));
        long session = NEXT.incrementAndGet();
        database.execute((Connection connection) -> keep(connection, session, person, resident));
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(resident.text())
                .claim("sid", Long.toString(session))
                .issuedAt(now)
                .expiresAt(until)
                .build();
        String token = tokens.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
        return new Http("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")).bearer(token);
    }

    private static boolean keep(Connection connection, long session, long person, ResidentId resident)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO signin_session (id, resident_id, wechat_person_id, created_at, expires_at)
                VALUES (?, ?, ?, '2026-01-01', '2099-01-01')""")) {
            insert.setLong(1, session);
            insert.setLong(2, resident.value());
            insert.setLong(3, person);
            insert.executeUpdate();
            connection.commit();
            return true;
        }
    }
}
