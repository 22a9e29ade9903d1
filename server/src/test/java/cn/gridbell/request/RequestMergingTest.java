package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.COMMUNITY;
import static cn.gridbell.request.RequestJourney.ELSEWHERE;
import static cn.gridbell.request.RequestJourney.LEAD;
import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.answer;
import static cn.gridbell.request.RequestJourney.detail;
import static cn.gridbell.request.RequestJourney.key;
import static cn.gridbell.request.RequestJourney.rate;
import static cn.gridbell.request.RequestJourney.staff;
import static cn.gridbell.request.RequestJourney.submit;
import static cn.gridbell.request.RequestJourney.submitted;
import static cn.gridbell.request.RequestSupportTest.both;
import static cn.gridbell.request.RequestSupportTest.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridRedrawn;
import cn.gridbell.resident.ResidentId;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two requests about the same matter become one, and nobody is lost on the way. */
@GridbellTest
class RequestMergingTest {

    private final People people;
    private final Requests requests;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;

    @Autowired
    RequestMergingTest(
            People people,
            Requests requests,
            JdbcTemplate sql,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts) {
        this.facts = facts;
        this.people = people;
        this.requests = requests;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** One street is imported at a time; were there two, whoever holds requests in both still could not make them one. */
    @Test
    void requestsOfTwoStreetsAreNeverMerged() {
        People.Person resident = people.resident();
        String here = submitted(resident);
        String there = submitted(resident);
        redrawn(
                "INSERT INTO grid (code, name, level) VALUES ('ZZ', '别的街道', 'STREET')",
                "INSERT INTO grid (code, name, level, parent_code) VALUES ('ZZ-01', '别的社区', 'COMMUNITY', 'ZZ')",
                "INSERT INTO grid (code, name, level, parent_code) VALUES ('ZZ-01-01', '别的网格', 'GRID', 'ZZ-01')",
                "UPDATE request SET grid_id = (SELECT id FROM grid WHERE code = 'ZZ-01-01'), holder_staff_id ="
                        + " (SELECT id FROM staff_member WHERE number = 'HL031') WHERE id = " + there);
        try {
            Http.Answer no = merge(people.staff(LEAD), here, there).expect(422);

            assertThat(no.at("/type")).isEqualTo("urn:problem:request:not-mergeable");
            assertThat(no.at("/detail")).contains("街道");
            assertThat(detail(resident, here).at("/status")).isEqualTo("ASSIGNED");
        } finally {
            redrawn(
                    "UPDATE request r SET r.grid_id = (SELECT id FROM grid WHERE code = 'HL-01-01') WHERE r.id = "
                            + there,
                    "DELETE FROM grid WHERE code = 'ZZ-01-01'",
                    "DELETE FROM grid WHERE code = 'ZZ-01'",
                    "DELETE FROM grid WHERE code = 'ZZ'");
        }
    }

    private void redrawn(String... statements) {
        transactions.executeWithoutResult(drawing -> {
            for (String statement : statements) {
                sql.update(statement);
            }
            sql.update("UPDATE grid_redrawing SET version = version + 1");
        });
        facts.publishEvent(new GridRedrawn(Instant.EPOCH));
    }

    @Test
    void everybodyFollowsTheOneThatGoesOn() {
        People.Person first = people.resident();
        People.Person second = people.resident();
        People.Person supporter = people.resident();
        String host = submitted(first);
        String merged = submitted(second);
        post(supporter, merged, "support").expect(200);

        Http.Answer answer = merge(people.staff(LEAD), merged, host).expect(200);

        assertThat(answer.at("/status")).isEqualTo("MERGED");
        Http.Answer own = detail(second, merged);
        assertThat(own.at("/closure")).isEqualTo("MERGED");
        assertThat(own.at("/outcome/mergedInto")).isEqualTo(host);
        assertThat(detail(second, host).at("/relation")).isEqualTo("SUPPORTED");
        assertThat(detail(first, host).json().at("/supporters").asInt()).isEqualTo(2);
        for (People.Person concerned : List.of(second, supporter)) {
            assertThat(told("REQUEST_MERGED", host, concerned)).isOne();
        }
        People.Person member = people.staff(MEMBER);
        accept(member, host).expect(200);
        answer(member, host).expect(200);
        for (People.Person concerned : List.of(first, second, supporter)) {
            assertThat(told("REQUEST_ANSWERED", host, concerned)).isOne();
        }
        RequestId goesOn = RequestId.of(host);
        assertThat(requests.isReportedBy(goesOn, new ResidentId(Long.parseLong(first.residentId()))))
                .isTrue();
        assertThat(requests.isReportedBy(goesOn, new ResidentId(Long.parseLong(second.residentId()))))
                .as("they reported what was merged")
                .isTrue();
        assertThat(requests.isReportedBy(goesOn, new ResidentId(Long.parseLong(supporter.residentId()))))
                .isFalse();
        rate(second, host, "YES", 4).expect(200);
        rate(supporter, host, "PARTLY", 3).expect(200);
        rate(first, host, "YES", 5).expect(200);
        rate(second, merged, "YES", 5).expect(409);
        post(people.resident(), merged, "support").expect(409);
    }

    @Test
    void whoReportedBothIsNotTheirOwnFollower() {
        People.Person resident = people.resident();
        String host = submitted(resident);
        String merged = submitted(resident);

        merge(people.staff(LEAD), merged, host).expect(200);

        assertThat(count("SELECT COUNT(*) FROM request_follower WHERE request_id = " + host))
                .isZero();
    }

    @Test
    void aChainBringsEverybodyToItsEnd() {
        People.Person one = people.resident();
        People.Person two = people.resident();
        String a = submitted(one);
        String b = submitted(two);
        String c = submitted(people.resident());
        People.Person lead = people.staff(LEAD);

        merge(lead, a, b).expect(200);
        merge(lead, b, c).expect(200);

        detail(one, c);
        detail(two, c);
        assertThat(staff(lead, a, "merge-undo", Map.of()).expect(409).at("/detail"))
                .contains("不能再拆分");
    }

    @Test
    void takenOutAgainItIsHandledByItself() {
        People.Person second = people.resident();
        People.Person both = people.resident();
        String host = submitted(people.resident());
        String merged = submitted(second);
        String due = detail(second, merged).at("/dueAt");
        post(both, host, "support").expect(200);
        post(both, merged, "support").expect(200);
        People.Person lead = people.staff(LEAD);
        merge(lead, merged, host).expect(200);

        assertThat(staff(lead, merged, "merge-undo", Map.of()).expect(200).at("/status"))
                .isEqualTo("ASSIGNED");

        assertThat(detail(second, merged).at("/dueAt")).as("the clock ran on").isEqualTo(due);
        second.http().get("/api/resident/requests/" + host).expect(404);
        detail(both, host);
        staff(lead, merged, "merge-undo", Map.of()).expect(409);
        accept(people.staff(MEMBER), merged).expect(200);
    }

    @Test
    void whatCannotBecomeOneIsRefused() {
        People.Person resident = people.resident();
        String open = submitted(resident);
        String closed = submitted(resident);
        String secret = submit(resident, Map.of("category", "ELDERLY_CARE", "description", "想申请助餐"))
                .expect(201)
                .at("/id");
        People.Person member = people.staff(MEMBER);
        People.Person lead = people.staff(LEAD);
        accept(member, closed).expect(200);
        answer(member, closed).expect(200);

        assertThat(merge(lead, open, open).expect(422).at("/detail")).contains("自己");
        assertThat(merge(lead, open, closed).expect(409).at("/detail")).contains("已经办结");
        assertThat(merge(lead, open, secret).expect(422).at("/detail")).contains("不公开");
        merge(lead, closed, open).expect(409);
        merge(lead, open, "999999999").expect(404);
        merge(people.staff(ELSEWHERE), open, closed).expect(404);
        staff(lead, open, "merge", Map.of()).expect(400);
        staff(lead, open, "merge-undo", Map.of()).expect(409);
        assertThat(detail(resident, open).at("/status")).isEqualTo("ASSIGNED");
    }

    @Test
    void theSameKeyTwiceMergesOnce() {
        String host = submitted(people.resident());
        String merged = submitted(people.resident());
        Http keyed = people.staff(LEAD).http().with("Idempotency-Key", key());
        String path = "/api/staff/requests/" + merged + "/merge";

        String told = keyed.post(path, Map.of("into", host)).expect(200).text();

        assertThat(keyed.post(path, Map.of("into", host)).expect(200).text()).isEqualTo(told);
        assertThat(count("SELECT COUNT(*) FROM request_entry WHERE kind = 'MERGED' AND request_id = " + merged))
                .isOne();
    }

    @Test
    void twoMergesInACircleAtOnceOneWins() {
        for (int round = 0; round < 10; round++) {
            String a = submitted(people.resident());
            String b = submitted(people.resident());
            People.Person lead = people.staff(LEAD);
            People.Person community = people.staff(COMMUNITY);

            List<Http.Answer> both = both(() -> merge(lead, a, b), () -> merge(community, b, a));

            assertThat(both.stream().map(Http.Answer::status).toList())
                    .as("round %s", round)
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(count("SELECT COUNT(*) FROM request WHERE status = 'MERGED' AND id IN (" + a + ", " + b + ")"))
                    .isOne();
        }
    }

    private static Http.Answer merge(People.Person member, String id, String into) {
        return staff(member, id, "merge", Map.of("into", into));
    }

    private int told(String scene, String id, People.Person who) {
        return count("SELECT COUNT(*) FROM message WHERE scene = '" + scene + "' AND subject_id = " + id
                + " AND person_kind = 'RESIDENT' AND person_id = " + who.residentId());
    }

    private int count(String statement) {
        Integer count = sql.queryForObject(statement, Integer.class);
        return count == null ? 0 : count;
    }
}
