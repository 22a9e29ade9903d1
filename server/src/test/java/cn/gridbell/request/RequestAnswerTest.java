package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.LEAD;
import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.STREET;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.answer;
import static cn.gridbell.request.RequestJourney.detail;
import static cn.gridbell.request.RequestJourney.rate;
import static cn.gridbell.request.RequestJourney.staff;
import static cn.gridbell.request.RequestJourney.submit;
import static cn.gridbell.request.RequestJourney.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import dev.gridbell.whole.Pictures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The five ways a request is answered, and what comes after: nobody rates, or four weeks go by. */
@GridbellTest
class RequestAnswerTest {

    private final People people;
    private final MutableClock clock;
    private final RequestAftercareTimer aftercare;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    RequestAnswerTest(
            People people,
            MutableClock clock,
            RequestAftercareTimer aftercare,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.aftercare = aftercare;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void aRefusalSaysWhyAndWhereToGo() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "NOISE");

        assertThat(staff(member, id, "result", Map.of("closure", "REFUSED", "words", "属于供水公司的管道"))
                        .expect(400)
                        .at("/errors/0/field"))
                .isEqualTo("whereToGo");
        staff(member, id, "result", Map.of("closure", "REFUSED", "words", "属于供水公司的管道", "whereToGo", "自来水公司热线96968"))
                .expect(200);

        Http.Answer seen = detail(resident, id);
        assertThat(seen.at("/outcome/closure")).isEqualTo("REFUSED");
        assertThat(seen.at("/outcome/whereToGo")).isEqualTo("自来水公司热线96968");
        assertThat(lastAnswer(seen)).contains("无法办理").contains("属于供水公司的管道").contains("可以联系：自来水公司热线96968");
    }

    @Test
    void aTransferSaysToWhom() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "NOISE");

        assertThat(staff(member, id, "result", Map.of("closure", "TRANSFERRED", "words", "需要执法"))
                        .expect(400)
                        .at("/errors/0/field"))
                .isEqualTo("transferredTo");
        staff(member, id, "result", Map.of("closure", "TRANSFERRED", "words", "需要执法", "transferredTo", "区综合执法局"))
                .expect(200);

        Http.Answer seen = detail(resident, id);
        assertThat(seen.at("/outcome/transferredTo")).isEqualTo("区综合执法局");
        assertThat(lastAnswer(seen)).contains("已转办").contains("区综合执法局");
    }

    @Test
    void whatDoesNotBelongToTheClosureIsRefused() {
        People.Person member = people.staff(MEMBER);
        String id = handled(people.resident(), member, "NOISE");

        staff(member, id, "result", Map.of("closure", "SOLVED", "words", "好了", "whereToGo", "别处"))
                .expect(400);
        staff(member, id, "result", Map.of("closure", "PARTLY", "words", "好了", "transferredTo", "别处"))
                .expect(400);
        staff(member, id, "result", Map.of("closure", "MERGED", "words", "好了")).expect(400);
    }

    @Test
    void picturesBeforeAndAfterAreToldApart() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "MANHOLE");
        String before = photo(member);
        String after = photo(member);

        Http.Answer without = staff(
                        member,
                        id,
                        "result",
                        Map.of("closure", "SOLVED", "words", "已换井盖", "beforePhotoIds", List.of(before)))
                .expect(400);
        assertThat(without.at("/errors/0/field")).isEqualTo("photoIds");
        assertThat(without.at("/detail")).contains("处置后");
        staff(
                        member,
                        id,
                        "result",
                        Map.of(
                                "closure",
                                "SOLVED",
                                "words",
                                "已换井盖",
                                "beforePhotoIds",
                                List.of(before),
                                "photoIds",
                                List.of(after)))
                .expect(200);

        JsonNode event = event(detail(resident, id), "ANSWERED");
        assertThat(event.at("/photos/0/id").asString()).isEqualTo(after);
        assertThat(event.at("/beforePhotos/0/id").asString()).isEqualTo(before);
        assertThat(event.at("/photos").size()).isOne();
    }

    @Test
    void aCategoryThatDemandsNoPictureIsSolvedWithoutOne() {
        People.Person member = people.staff(MEMBER);
        String id = handled(people.resident(), member, "NOISE");
        answer(member, id).expect(200);
    }

    @Test
    void whatNobodyRatesForFourteenDaysIsClosedUnrated() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "NOISE");
        answer(member, id).expect(200);
        clock.advance(Duration.ofDays(14).minusMinutes(1));
        aftercare.run();
        assertThat(detail(resident.signedInAgain(), id).at("/status")).isEqualTo("ANSWERED");

        clock.advance(Duration.ofMinutes(2));
        aftercare.run();
        aftercare.run();

        Http.Answer closed = detail(resident.signedInAgain(), id);
        assertThat(closed.at("/status")).isEqualTo("UNRATED");
        assertThat(closed.at("/outcome/closure")).isEqualTo("SOLVED");
        assertThat(StreamSupport.stream(closed.json().at("/timeline").spliterator(), false)
                        .filter(entry -> entry.at("/kind").asString().equals("CLOSED_UNRATED")))
                .hasSize(1);
        rate(resident.signedInAgain(), id, "YES", 5).expect(409);
    }

    @Test
    void whatComesBackIsAskedAboutFourWeeksLaterAndOpenedAnew() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "NOISE");
        answer(member, id).expect(200);
        rate(resident, id, "YES", 5).expect(200);
        String path = "/api/resident/requests/" + id + "/follow-up";
        resident.http().post(path, Map.of("answer", "FINE")).expect(409);

        clock.advance(Duration.ofDays(28).plusMinutes(1));
        aftercare.run();
        aftercare.run();
        assertThat(count("SELECT COUNT(*) FROM message WHERE scene = 'REQUEST_FOLLOW_UP' AND subject_id = " + id))
                .isOne();
        people.resident().http().post(path, Map.of("answer", "FINE")).expect(404);
        People.Person later = resident.signedInAgain();
        Http keyed = later.http().with("Idempotency-Key", RequestJourney.key());
        Http.Answer again = keyed.post(path, Map.of("answer", "AGAIN", "comment", "又开始夜里施工了"))
                .expect(200);
        assertThat(keyed.post(path, Map.of("answer", "AGAIN", "comment", "又开始夜里施工了"))
                        .expect(200)
                        .text())
                .isEqualTo(again.text());

        String anew = again.at("/newRequestId");
        assertThat(detail(later, anew).at("/description")).isEqualTo("又开始夜里施工了");
        assertThat(detail(later, anew).at("/status")).isEqualTo("ASSIGNED");
        assertThat(detail(later, anew).text()).contains(detail(later, id).at("/number"));
        later.http().post(path, Map.of("answer", "FINE")).expect(409);
    }

    @Test
    void whatDoesNotComeBackIsNotAskedAbout() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = handled(resident, member, "GREENERY");
        answer(member, id).expect(200);
        rate(resident, id, "YES", 5).expect(200);

        assertThat(count("SELECT COUNT(*) FROM request_follow_up WHERE request_id = " + id))
                .isZero();
    }

    @Test
    void whatIsOpenAgainIsNotAskedAbout() {
        People.Person resident = people.resident();
        People.Person neighbour = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = submitted(resident);
        RequestSupportTest.post(neighbour, id, "support").expect(200);
        accept(member, id).expect(200);
        answer(member, id).expect(200);
        rate(resident, id, "YES", 5).expect(200);
        rate(neighbour, id, "NO", 1).expect(200);

        assertThat(count("SELECT COUNT(*) FROM request_follow_up WHERE request_id = " + id))
                .isZero();
    }

    @Test
    void figuresCountEachEndingApart() {
        clock.moveTo(java.time.Instant.parse("2031-03-04T02:00:00Z"));
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String rated = handled(resident, member, "NOISE");
        answer(member, rated).expect(200);
        rate(resident, rated, "YES", 4).expect(200);
        String refused = handled(resident, member, "NOISE");
        staff(member, refused, "result", Map.of("closure", "REFUSED", "words", "不归街道管", "whereToGo", "12345"))
                .expect(200);
        String withdrawn = submitted(resident);
        resident.http()
                .post("/api/resident/requests/" + withdrawn + "/withdrawal", Map.of("reason", "好了"))
                .expect(200);
        String merged = submitted(resident);
        staff(people.staff(LEAD), merged, "merge", Map.of("into", submitted(people.resident())))
                .expect(200);
        String unrated = handled(resident, member, "NOISE");
        answer(member, unrated).expect(200);
        write("UPDATE request SET status = 'UNRATED', version = version + 1 WHERE id = ?", unrated);

        JsonNode line = people.staff(STREET)
                .http()
                .get("/api/staff/request-figures?from=2031-03-04&to=2031-03-04")
                .expect(200)
                .json()
                .at("/items/0");

        assertThat(line.at("/submitted").asInt()).isEqualTo(6);
        assertThat(line.at("/open").asInt()).isOne();
        assertThat(line.at("/solved").asInt()).isEqualTo(2);
        assertThat(line.at("/refused").asInt()).isOne();
        assertThat(line.at("/withdrawn").asInt()).isOne();
        assertThat(line.at("/merged").asInt()).isOne();
        assertThat(line.at("/unrated").asInt()).isOne();
        assertThat(line.at("/rated").asInt()).isOne();
        assertThat(line.at("/average").asDouble()).isEqualTo(4.0);
        assertThat(people.staff(RequestJourney.ELSEWHERE)
                        .http()
                        .get("/api/staff/request-figures?from=2031-03-04&to=2031-03-04")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        people.staff(STREET)
                .http()
                .get("/api/staff/request-figures?from=2031-03-04&to=2031-03-03")
                .expect(400);
        people.staff(STREET)
                .http()
                .get("/api/staff/request-figures?from=2020-01-01&to=2031-03-03")
                .expect(400);
        people.staff(STREET)
                .http()
                .get("/api/staff/request-figures?from=gestern")
                .expect(400);
    }

    private String handled(People.Person resident, People.Person member, String category) {
        String id = submit(resident, Map.of("category", category, "description", "请尽快处理一下。"))
                .expect(201)
                .at("/id");
        accept(member, id).expect(200);
        return id;
    }

    private static String photo(People.Person member) {
        return member.http()
                .upload("/api/resident/photos", "file", "a.jpg", Pictures.jpeg(320, 240))
                .expect(201)
                .at("/id");
    }

    private static String lastAnswer(Http.Answer detail) {
        return event(detail, "ANSWERED").at("/words").asString();
    }

    private static JsonNode event(Http.Answer detail, String kind) {
        return StreamSupport.stream(detail.json().at("/timeline").spliterator(), false)
                .filter(entry -> entry.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void write(String statement, String id) {
        transactions.executeWithoutResult(transaction -> sql.update(statement, id));
    }

    private int count(String statement) {
        Integer count = sql.queryForObject(statement, Integer.class);
        return count == null ? 0 : count;
    }
}
