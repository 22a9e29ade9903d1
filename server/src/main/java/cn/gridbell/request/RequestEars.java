package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Words from the chat find the request they are about. */
@Component
class RequestEars {

    private static final Duration REACH = Duration.ofDays(14);
    private static final int MOST_CHARACTERS = 2_000;

    private final RequestMapper requests;
    private final RequestEntryMapper entries;
    private final RequestCheckBook checks;
    private final Clock clock;

    RequestEars(RequestMapper requests, RequestEntryMapper entries, RequestCheckBook checks, Clock clock) {
        this.requests = requests;
        this.entries = entries;
        this.checks = checks;
        this.clock = clock;
    }

    Optional<RequestId> hear(ResidentId resident, String words, long inboundId) {
        Instant now = clock.instant();
        Long meant = requests.answeredLast(resident.value(), now.minus(REACH));
        if (meant == null) {
            meant = requests.openMovedLast(resident.value(), now.minus(REACH));
        }
        if (meant == null) {
            return Optional.ofNullable(entries.requestHeardBy(inboundId)).map(RequestId::new);
        }
        try {
            entries.insertHeard(meant, resident.value(), clip(words), inboundId, now);
            RequestId heardBy = new RequestId(meant);
            checks.await(heardBy, entries.lastId(), resident, now);
            return Optional.of(heardBy);
        } catch (DuplicateKeyException heardBefore) {
            return Optional.ofNullable(entries.requestHeardBy(inboundId)).map(RequestId::new);
        }
    }

    private static String clip(String words) {
        String plain = words.strip();
        return plain.codePointCount(0, plain.length()) <= MOST_CHARACTERS
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
