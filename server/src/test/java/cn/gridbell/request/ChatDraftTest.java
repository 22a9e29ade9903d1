package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A picture and a place sent in the chat are there when the resident opens the mini-program, and become one request. */
@GridbellTest
class ChatDraftTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DRAFTS = "/api/resident/request-drafts";
    private static final Map<String, Object> HERE =
            Map.of("latitude", 30.63937, "longitude", 104.06904, "label", "铃音巷公交站");

    private final People people;
    private final DraftPictures pictures;
    private final ChatDrafts drafts;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    @Autowired
    ChatDraftTest(
            People people,
            DraftPictures pictures,
            ChatDrafts drafts,
            MutableClock clock,
            JdbcTemplate sql,
            TransactionTemplate transaction) {
        this.people = people;
        this.pictures = pictures;
        this.drafts = drafts;
        this.clock = clock;
        this.sql = sql;
        this.transaction = transaction;
    }

    @AfterEach
    void weatherClears() {
        people.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void aPictureAndAPlaceFromTheChatBecomeOneRequest() {
        People.Person resident = follower();
        send(resident, "picture", Map.of("color", "#77aa33"));
        awaitDraft(resident, draft -> draft.path("waiting").asInt() == 1);
        send(resident, "place", HERE);
        awaitDraft(resident, draft -> !draft.path("location").isNull());
        pictures.work();

        JsonNode draft = onlyDraft(resident);
        assertThat(draft.path("photos").size()).isOne();
        assertThat(draft.path("address").asString()).isEqualTo("铃音巷公交站");
        assertThat(draft.at("/location/latitude").asDouble()).isBetween(30.63936, 30.63938);

        String id = submit(resident, draft.path("id").asString()).expect(201).at("/id");
        Http.Answer request = RequestJourney.detail(resident, id);
        assertThat(request.json().at("/photos").size()).isOne();
        assertThat(request.at("/photos/0/check")).as("checked like an upload").isEqualTo("PENDING");
        assertThat(request.at("/gridName")).isEqualTo("听铃第一网格");
        assertThat(request.at("/address")).isEqualTo("铃音巷公交站");
        assertThat(draftsOf(resident)).isEmpty();
    }

    @Test
    void aDraftIsUsedOnce() {
        People.Person resident = follower();
        send(resident, "place", HERE);
        String draft = awaitDraft(resident, any -> true).path("id").asString();

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> submit(resident, draft).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
        resident.http().post(DRAFTS + "/" + draft + "/withdrawal", null).expect(409);
    }

    @Test
    void somebodyElsesDraftIsNotThere() {
        People.Person resident = follower();
        send(resident, "place", HERE);
        String draft = awaitDraft(resident, any -> true).path("id").asString();
        People.Person other = people.resident();
        submit(other, draft).expect(404);
        other.http().post(DRAFTS + "/" + draft + "/withdrawal", null).expect(404);
        assertThat(draftsOf(other)).isEmpty();
        resident.http().post(DRAFTS + "/" + draft + "/withdrawal", null).expect(204);
        assertThat(draftsOf(resident)).isEmpty();
        submit(resident, draft).expect(409);
    }

    @Test
    void afterHalfAnHourAnotherDraftBegins() {
        People.Person resident = follower();
        send(resident, "place", HERE);
        awaitDraft(resident, any -> true);
        later(Duration.ofMinutes(29));
        send(resident, "picture", Map.of("color", "#3377aa"));
        awaitDraft(resident, draft -> draft.path("waiting").asInt() == 1);
        assertThat(draftsOf(resident)).as("still the same").hasSize(1);
        later(Duration.ofMinutes(31));
        send(resident, "place", HERE);
        await().atMost(PATIENCE).until(() -> draftsOf(resident).size() == 2);
    }

    @Test
    void whatIsNoPictureIsRefusedAndTheDraftSaysSo() {
        People.Person resident = follower();
        resident.people()
                .sandbox()
                .upload("/sandbox/people/" + resident.sandboxId() + "/picture", "file", "a.gif", gif())
                .expect(200);
        awaitDraft(resident, draft -> draft.path("waiting").asInt() == 1);
        pictures.work();

        JsonNode draft = onlyDraft(resident);
        assertThat(draft.path("photos").size()).isZero();
        assertThat(draft.path("waiting").asInt()).isZero();
        assertThat(draft.at("/refusals/0").asString()).contains("JPG");
    }

    @Test
    void anAbsentWechatIsAskedAgain() {
        People.Person resident = follower();
        people.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", "/cgi-bin/media/get", "kind", "http502", "count", 1))
                .expect(200);
        send(resident, "picture", Map.of("color", "#77aa33"));
        awaitDraft(resident, draft -> draft.path("waiting").asInt() == 1);
        pictures.work();
        assertThat(onlyDraft(resident).path("waiting").asInt()).isOne();
        later(Duration.ofSeconds(20));
        pictures.work();
        assertThat(onlyDraft(resident).path("photos").size()).isOne();
    }

    @Test
    void aPictureThatComesAfterTheSubmissionFollowsIt() {
        People.Person resident = follower();
        send(resident, "picture", Map.of("color", "#77aa33"));
        String draft = awaitDraft(resident, one -> one.path("waiting").asInt() == 1)
                .path("id")
                .asString();
        String id = submit(resident, draft).expect(201).at("/id");
        pictures.work();
        assertThat(RequestJourney.detail(resident, id).json().at("/photos").size())
                .isOne();
    }

    @Test
    void nothingOfADraftIsKeptAfterSevenDays() {
        People.Person resident = follower();
        send(resident, "picture", Map.of("color", "#77aa33"));
        send(resident, "place", HERE);
        awaitDraft(
                resident,
                draft -> !draft.path("location").isNull()
                        && draft.path("waiting").asInt() == 1);
        pictures.work();
        JsonNode draft = onlyDraft(resident);
        String photo = draft.at("/photos/0/id").asString();
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        drafts.sweep();

        Map<String, Object> row = transaction.execute(status -> sql.queryForMap(
                "SELECT status, address, latitude FROM request_draft WHERE id = ?",
                draft.path("id").asString()));
        assertThat(row)
                .containsEntry("status", "EXPIRED")
                .containsEntry("address", null)
                .containsEntry("latitude", null);
        Map<String, Object> kept =
                transaction.execute(status -> sql.queryForMap("SELECT subject FROM photo WHERE id = ?", photo));
        assertThat(kept).as("free for the sweep").containsEntry("subject", null);
    }

    private People.Person follower() {
        People.Person resident = people.resident();
        resident.phone("follow", null).expect(200);
        return resident;
    }

    private static void send(People.Person resident, String what, Map<String, Object> body) {
        int status = resident.phone(what, body).status();
        assertThat(status).isBetween(200, 201);
    }

    private interface Wish {
        boolean of(JsonNode draft);
    }

    private static JsonNode awaitDraft(People.Person resident, Wish wish) {
        await().atMost(PATIENCE)
                .until(() -> draftsOf(resident).size() == 1
                        && wish.of(draftsOf(resident).path(0)));
        return onlyDraft(resident);
    }

    private static JsonNode onlyDraft(People.Person resident) {
        JsonNode items = draftsOf(resident);
        assertThat(items.size()).isOne();
        return java.util.Objects.requireNonNull(items.get(0));
    }

    private static JsonNode draftsOf(People.Person resident) {
        return resident.http().get(DRAFTS).expect(200).json().path("items");
    }

    private static Http.Answer submit(People.Person resident, String draft) {
        Map<String, Object> body = new HashMap<>();
        body.put("category", "STREET_LIGHT");
        body.put("description", "路灯坏了");
        body.put("draftId", draft);
        return resident.http().with("Idempotency-Key", key()).post("/api/resident/requests", body);
    }

    private static byte[] gif() {
        return new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, ';'};
    }

    private void later(Duration by) {
        clock.advance(by);
        people.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
    }
}
