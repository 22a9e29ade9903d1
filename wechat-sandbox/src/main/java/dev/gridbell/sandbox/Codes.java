package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes a phone hands out: valid five minutes, good for one use. */
final class Codes {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LENGTH = 32;

    private final SandboxClock clock;
    private final Map<String, Code> codes = new LinkedHashMap<>();

    Codes(SandboxClock clock) {
        this.clock = clock;
    }

    enum Purpose {
        /** from {@code wx.login}. */
        LOGIN,
        /** from the phone number button. */
        PHONE
    }

    private static final class Code {
        private final Person person;
        private final Purpose purpose;
        private final Instant expires;
        private boolean used;

        private Code(Person person, Purpose purpose, Instant expires) {
            this.person = person;
            this.purpose = purpose;
            this.expires = expires;
        }
    }

    synchronized String issue(Person person, Purpose purpose) {
        forgetOld();
        String code = Randoms.letters(LENGTH);
        codes.put(code, new Code(person, purpose, clock.instant().plus(LIFE)));
        return code;
    }

    /** Uses a code up: 40029 if unknown, for another purpose or too old, 40163 if used before. */
    synchronized Person redeem(String text, Purpose purpose) {
        Code code = codes.get(text);
        if (code == null || code.purpose != purpose || !code.expires.isAfter(clock.instant())) {
            throw new WechatRefusal(40029, "invalid code");
        }
        if (code.used) {
            throw purpose == Purpose.LOGIN
                    ? new WechatRefusal(40163, "code been used")
                    : new WechatRefusal(40029, "invalid code");
        }
        code.used = true;
        return code.person;
    }

    synchronized void clear() {
        codes.clear();
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        Iterator<Code> oldest = codes.values().iterator();
        while (oldest.hasNext() && oldest.next().expires.isBefore(limit)) {
            oldest.remove();
        }
    }
}
