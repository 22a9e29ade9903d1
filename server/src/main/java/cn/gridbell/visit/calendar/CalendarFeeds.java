package cn.gridbell.visit.calendar;

import cn.gridbell.platform.PublicAddress;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses of calendars: whoever holds one may read it, so it can be taken back, and nobody can guess one. */
@Service
class CalendarFeeds {

    private static final String TOKEN = "visit_calendar_feed.token";
    private static final int SECRET_BYTES = 32;
    private static final Duration PAST_SHOWN = Duration.ofDays(30);
    private static final int MOST_ENTRIES = 1_000;

    private final CalendarMapper calendars;
    private final StaffMembers staff;
    private final FieldCipher cipher;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            CalendarMapper calendars, StaffMembers staff, FieldCipher cipher, PublicAddress address, Clock clock) {
        this.calendars = calendars;
        this.staff = staff;
        this.cipher = cipher;
        this.address = address;
        this.clock = clock;
    }

    /** @param address shown this once; a new one ends it */
    record Issued(URI address, Instant createdAt) {}

    /** A new address; the former one stops at once. */
    @Transactional
    Issued issue(Caller caller) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        calendars.issue(caller.requireStaffId(), cipher.index(TOKEN, token), now);
        return new Issued(address.link("/calendar/" + token + ".ics"), now);
    }

    @Transactional
    void revoke(Caller caller) {
        calendars.revoke(caller.requireStaffId());
    }

    /** @param changedAt when anything in it changed last */
    record Feed(String text, Instant changedAt) {}

    /** @throws CalendarNotFound 404 for an address that was never given, was taken back, or whose member left */
    @Transactional
    Feed read(String token) {
        Long member = calendars.memberOf(cipher.index(TOKEN, token));
        if (member == null
                || staff.find(new StaffId(member))
                        .filter(found -> found.wechatPerson() != null)
                        .isEmpty()) {
            throw new CalendarNotFound();
        }
        List<EntryRow> entries = calendars.entries(member, clock.instant().minus(PAST_SHOWN), MOST_ENTRIES);
        Instant changed = entries.stream()
                .map(EntryRow::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Feed(CalendarText.of(entries), changed);
    }
}
