package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.submit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.CheckAnswer;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a resident writes is public only after WeChat, or a person after it, has let it pass. */
@GridbellTest
class ContentCheckTest {

    private static final String COMMUNITY_ELSEWHERE = "HL042";

    private final People people;
    private final Requests requests;
    private final RequestChecks checks;
    private final RequestCheckBook book;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    ContentCheckTest(
            People people,
            Requests requests,
            RequestChecks checks,
            RequestCheckBook book,
            MutableClock clock,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.requests = requests;
        this.checks = checks;
        this.book = book;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** What other tests left waiting would be asked about first. */
    @BeforeEach
    void nothingElseWaits() {
        transactions.executeWithoutResult(
                transaction -> sql.update("UPDATE request_check SET due_at = NULL WHERE state = 'PENDING'"));
    }

    @AfterEach
    void weatherClears() {
        people.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void wordsArePublicOnlyAfterTheyPassed() {
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了三天，夜里看不清台阶。");
        assertThat(state(resident, id)).isEqualTo("PENDING");
        assertThat(publicDescription(id)).isNull();

        checks.work();

        assertThat(state(resident, id)).isEqualTo("PASSED");
        assertThat(publicDescription(id)).contains("路灯坏了三天");
    }

    @Test
    void phonesAndDoorsInPublicWordsAreHiddenAndStayForWhoHandlesThem() {
        People.Person resident = people.resident();
        String id = submitted(resident, "3号楼602室门口的路灯坏了，打13812345678找我。");
        checks.work();

        assertThat(publicDescription(id)).isEqualTo("3号楼〔门牌已隐去〕室门口的路灯坏了，打〔电话已隐去〕找我。");
        assertThat(people.staff(RequestJourney.MEMBER)
                        .http()
                        .get("/api/staff/requests/" + id)
                        .expect(200)
                        .at("/description"))
                .contains("602", "13812345678");
    }

    @Test
    void riskyWordsStayHiddenWhileTheRequestGoesItsWay() {
        People.Person resident = people.resident();
        String id = submitted(resident, "楼下有人聚众赌博。");
        checks.work();

        People.Person member = people.staff(RequestJourney.MEMBER);
        accept(member, id).expect(200);
        Http.Answer seen = member.http().get("/api/staff/requests/" + id).expect(200);
        assertThat(seen.at("/description")).as("who handles it reads it").contains("赌博");
        assertThat(seen.at("/check/stateWords")).isEqualTo("内容违规");
        assertThat(publicDescription(id)).isNull();
        assertThat(reviewOf(people.staff(RequestJourney.COMMUNITY), id))
                .as("not laid before a person")
                .isEmpty();
    }

    @Test
    void privateAndWithdrawnRequestsAreNeverPublic() {
        People.Person resident = people.resident();
        String home = submit(resident, Map.of("category", "ELDERLY_CARE", "description", "老人独居，需要助餐。"))
                .expect(201)
                .at("/id");
        String withdrawn = submitted(resident, "路灯坏了。");
        checks.work();
        resident.http()
                .post("/api/resident/requests/" + withdrawn + "/withdrawal", Map.of("reason", "修好了"))
                .expect(200);

        assertThat(requests.publicContentOf(RequestId.of(home))).isEmpty();
        assertThat(requests.publicContentOf(RequestId.of(withdrawn))).isEmpty();
    }

    @Test
    void whatIsAddedLaterIsCheckedToo() {
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了。");
        resident.http()
                .post("/api/resident/requests/" + id + "/comments", Map.of("text", "加微信领红包"))
                .expect(201);
        resident.http()
                .post("/api/resident/requests/" + id + "/withdrawal", Map.of("reason", "已经修好"))
                .expect(200);
        checks.work();

        JsonNode timeline = RequestJourney.detail(resident, id).json().at("/timeline");
        assertThat(StreamSupport.stream(timeline.spliterator(), false)
                        .filter(event -> !event.path("check").isMissingNode()
                                && !event.path("check").isNull())
                        .map(event -> event.path("kind").asString()
                                + " "
                                + event.at("/check/state").asString()))
                .containsExactly("COMMENTED RISKY", "WITHDRAWN PASSED");
    }

    @Test
    void whatWechatCannotJudgeIsJudgedByTheStaffOfTheTerritory() {
        People.Person resident = people.resident();
        String id = submitted(resident, "请曝光这家饭店的油烟。");
        checks.work();
        assertThat(state(resident, id)).isEqualTo("REVIEW");

        people.staff(RequestJourney.MEMBER)
                .http()
                .get("/api/staff/content-reviews")
                .expect(403);
        People.Person elsewhere = people.staff(COMMUNITY_ELSEWHERE);
        People.Person community = people.staff(RequestJourney.COMMUNITY);
        assertThat(reviewOf(elsewhere, id)).isEmpty();
        JsonNode review = reviewOf(community, id).orElseThrow();
        assertThat(review.path("words").asString()).contains("油烟");
        assertThat(review.path("causeWords").asString()).isEqualTo("微信建议人工查看");

        decide(elsewhere, review, true).expect(404);
        decide(community, review, true).expect(204);
        decide(community, review, false).expect(409);

        assertThat(publicDescription(id)).contains("油烟");
        assertThat(reviewOf(community, id)).isEmpty();
        assertThat(sql.queryForMap(
                        "SELECT decision_reason, decided_by_staff_id FROM request_check WHERE id = ?",
                        review.path("id").asString()))
                .containsEntry("decision_reason", "已看过")
                .doesNotContainEntry("decided_by_staff_id", null);
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() {
        String id = submitted(people.resident(), "举报黑幕。");
        checks.work();
        People.Person community = people.staff(RequestJourney.COMMUNITY);
        JsonNode review = reviewOf(community, id).orElseThrow();

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> decide(community, review, i % 2 == 0).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
    }

    @Test
    void whoLeftTheMiniProgramTwoHoursAgoIsReadByAPerson() {
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了。");
        later(Duration.ofHours(3));
        checks.work();

        assertThat(state(resident, id)).isEqualTo("REVIEW");
        assertThat(reviewOf(people.staff(RequestJourney.STREET), id)
                        .orElseThrow()
                        .path("causeWords")
                        .asString())
                .isEqualTo("微信无法检查");
        assertThat(publicDescription(id)).isNull();
    }

    @Test
    void anAbsentWechatIsAskedAgainAndAfter35MinutesAPersonLooks() {
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了。");
        people.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", "/wxa/msg_sec_check", "kind", "http502"))
                .expect(200);
        checks.work();
        assertThat(state(resident, id)).isEqualTo("PENDING");
        later(Duration.ofMinutes(20));
        checks.work();
        assertThat(state(resident, id)).isEqualTo("PENDING");
        later(Duration.ofMinutes(16));
        work();
        assertThat(state(resident, id)).isEqualTo("REVIEW");
        assertThat(publicDescription(id)).isNull();
    }

    @Test
    void wechatComesBackAndTheWordsPass() {
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了。");
        people.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", "/wxa/msg_sec_check", "kind", "errcode", "count", 1))
                .expect(200);
        work();
        later(Duration.ofSeconds(40));
        work();
        assertThat(state(resident, id)).isEqualTo("PASSED");
    }

    @Test
    void whoLostItsClaimWritesNothing() {
        work();
        People.Person resident = people.resident();
        String id = submitted(resident, "路灯坏了。");
        RequestCheckRow slow = book.claimDue().orElseThrow();
        assertThat(book.claimDue()).as("claimed once").isEmpty();
        later(Duration.ofSeconds(61));
        RequestCheckRow quick = book.claimDue().orElseThrow();
        assertThat(quick.id()).isEqualTo(slow.id());

        book.answered(slow, new CheckAnswer(CheckAnswer.Verdict.PASS, null));
        assertThat(state(resident, id)).isEqualTo("PENDING");
        book.answered(quick, new CheckAnswer(CheckAnswer.Verdict.RISKY, null));
        assertThat(state(resident, id)).isEqualTo("RISKY");
    }

    /** Also what other tests left waiting. */
    private void work() {
        for (int i = 0; i < 20; i++) {
            checks.work();
        }
    }

    private static String submitted(People.Person resident, String description) {
        return submit(resident, Map.of("category", "STREET_LIGHT", "description", description))
                .expect(201)
                .at("/id");
    }

    private static String state(People.Person resident, String id) {
        return RequestJourney.detail(resident, id).at("/check/state");
    }

    private @org.jspecify.annotations.Nullable String publicDescription(String id) {
        return requests.publicContentOf(RequestId.of(id)).orElseThrow().description();
    }

    private static Optional<JsonNode> reviewOf(People.Person staff, String request) {
        JsonNode items = staff.http()
                .get("/api/staff/content-reviews?limit=50")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("requestId").asString().equals(request))
                .findFirst();
    }

    private static Http.Answer decide(People.Person staff, JsonNode review, boolean publish) {
        return staff.http()
                .post(
                        "/api/staff/content-reviews/" + review.path("id").asString() + "/decision",
                        Map.of("publish", publish, "reason", "已看过"));
    }

    private void later(Duration by) {
        clock.advance(by);
        people.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
    }
}
