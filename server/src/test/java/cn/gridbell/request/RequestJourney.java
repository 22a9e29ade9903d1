package cn.gridbell.request;

import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The usual steps of a request, over HTTP, for tests of what comes after. The first grid of the demo street: HL001, HL031, HL041. */
final class RequestJourney {

    static final String MEMBER = "HL001";
    static final String LEAD = "HL031";
    static final String COMMUNITY = "HL041";
    static final String STREET = "HL046";
    static final String ELSEWHERE = "HL010";

    private static final AtomicInteger KEY = new AtomicInteger();

    private RequestJourney() {}

    static String key() {
        return "request-test-key-" + KEY.incrementAndGet();
    }

    static Map<String, Object> noise() {
        return Map.of("category", "NOISE", "description", "楼下夜里装修，吵得睡不着。");
    }

    static Http.Answer submit(People.Person resident, Object body) {
        return resident.http().with("Idempotency-Key", key()).post("/api/resident/requests", body);
    }

    /** Submits and gives the id. */
    static String submitted(People.Person resident) {
        return submit(resident, noise()).expect(201).at("/id");
    }

    static Http.Answer staff(People.Person member, String id, String what, Object body) {
        return member.http().post("/api/staff/requests/" + id + "/" + what, body);
    }

    static Http.Answer accept(People.Person member, String id) {
        return member.http().post("/api/staff/requests/" + id + "/acceptance", null);
    }

    static Http.Answer answer(People.Person member, String id) {
        return staff(member, id, "result", Map.of("closure", "SOLVED", "words", "已上门劝阻，夜间不再施工。"));
    }

    static Http.Answer rate(People.Person resident, String id, String solved, int stars) {
        return resident.http()
                .post("/api/resident/requests/" + id + "/rating", Map.of("solved", solved, "stars", stars));
    }

    static Http.Answer detail(People.Person resident, String id) {
        return resident.http().get("/api/resident/requests/" + id).expect(200);
    }
}
