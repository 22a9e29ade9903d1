package cn.gridbell.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.PhotoSize;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.Requests;
import cn.gridbell.wechat.CheckAnswer;
import cn.gridbell.wechat.WechatPictureChecked.Verdict;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A picture is public only after WeChat fetched it and let it pass, or a person did. */
@GridbellTest
class PictureCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Color INNOCENT = new Color(120, 140, 90);
    private static final AtomicInteger KEY = new AtomicInteger();

    private final People people;
    private final Requests requests;
    private final PhotoChecks checks;
    private final PhotoCheckBook book;
    private final PhotoShelf shelf;
    private final MutableClock clock;
    private final PhotoLinks links;
    private final PhotoMapper photos;

    @Autowired
    PictureCheckTest(
            People people,
            Requests requests,
            PhotoChecks checks,
            PhotoCheckBook book,
            PhotoShelf shelf,
            MutableClock clock,
            PhotoLinks links,
            PhotoMapper photos) {
        this.people = people;
        this.requests = requests;
        this.checks = checks;
        this.book = book;
        this.shelf = shelf;
        this.clock = clock;
        this.links = links;
        this.photos = photos;
    }

    @AfterEach
    void weatherClears() {
        people.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void anInnocentPictureBecomesPublicOnceWechatFetchedIt() {
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        assertThat(state(resident, sent)).isEqualTo("PENDING");
        assertThat(publicPhotos(sent)).isEmpty();

        checks.work();

        await().atMost(PATIENCE).until(() -> state(resident, sent).equals("PASSED"));
        assertThat(publicPhotos(sent)).hasSize(1);
    }

    @Test
    void aRiskyPictureIsHiddenAndStaffSeeTheMark() {
        People.Person resident = people.resident();
        Sent sent = sent(resident, Color.MAGENTA);
        checks.work();
        await().atMost(PATIENCE).until(() -> state(resident, sent).equals("RISKY"));

        assertThat(publicPhotos(sent)).isEmpty();
        assertThat(people.staff("HL001")
                        .http()
                        .get("/api/staff/requests/" + sent.request())
                        .expect(200)
                        .at("/photos/0/check"))
                .isEqualTo("RISKY");
    }

    @Test
    void aDoubtfulPictureIsLaidBeforeAPerson() {
        People.Person resident = people.resident();
        Sent sent = sent(resident, Color.CYAN);
        checks.work();
        await().atMost(PATIENCE).until(() -> state(resident, sent).equals("REVIEW"));

        People.Person community = people.staff("HL041");
        JsonNode review = review(community, sent);
        assertThat(review.path("what").asString()).isEqualTo("图片");
        people.server().get(review.at("/photo/url").asString()).expect(200);
        String path = "/api/staff/content-reviews/" + review.path("id").asString() + "/decision";
        Map<String, Object> yes = Map.of("publish", true, "reason", "看过，没有问题");
        people.staff("HL042").http().post(path, yes).expect(404);
        community.http().post(path, yes).expect(204);
        community.http().post(path, yes).expect(409);

        assertThat(state(resident, sent)).isEqualTo("PASSED");
        assertThat(publicPhotos(sent)).hasSize(1);
    }

    @Test
    void theVerdictInXmlIsUnderstoodToo() {
        JsonNode target =
                people.sandbox().get("/sandbox/push-targets").expect(200).json().path("miniProgram");
        String url = target.isString() ? target.asString() : target.path("url").asString();
        aim(url, "XML");
        try {
            People.Person resident = people.resident();
            Sent sent = sent(resident, Color.MAGENTA);
            checks.work();
            await().atMost(PATIENCE).until(() -> state(resident, sent).equals("RISKY"));
        } finally {
            aim(url, "JSON");
        }
    }

    @Test
    void aVerdictThatIsQuickerThanTheAnswerCounts() {
        drain();
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        PhotoCheckRow row = book.claimDue().orElseThrow();
        assertThat(row.photoId()).isEqualTo(Long.parseLong(sent.photo()));

        book.judged("early-" + sent.photo(), Verdict.PASS);
        assertThat(state(resident, sent)).isEqualTo("PENDING");
        book.answered(row, new CheckAnswer(CheckAnswer.Verdict.STARTED, "early-" + sent.photo()));
        assertThat(state(resident, sent)).isEqualTo("PASSED");

        book.judged("early-" + sent.photo(), Verdict.RISKY);
        assertThat(state(resident, sent)).as("the first verdict counts").isEqualTo("PASSED");
    }

    @Test
    void aVerdictOnSomethingElseChangesNothing() {
        drain();
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        book.answered(book.claimDue().orElseThrow(), new CheckAnswer(CheckAnswer.Verdict.STARTED, "mine-1"));
        book.judged("other-1", Verdict.PASS);
        assertThat(state(resident, sent)).isEqualTo("PENDING");
    }

    /** The same push comes twice; the second must not count as the miss of the question that came after it. */
    @Test
    void aVerdictOnAnEarlierQuestionChangesNothing() {
        drain();
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        book.answered(book.claimDue().orElseThrow(), new CheckAnswer(CheckAnswer.Verdict.STARTED, "first-1"));
        book.judged("first-1", Verdict.NOT_FETCHED);
        book.judged("first-1", Verdict.NOT_FETCHED);
        assertThat(state(resident, sent)).isEqualTo("PENDING");
    }

    @Test
    void aPictureWechatCannotFetchIsAskedOnceMoreThenAPersonLooks() throws IOException {
        drain();
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        PhotoRow file = photos.find(Long.parseLong(sent.photo()));
        shelf.remove(java.util.Objects.requireNonNull(file).fileName());
        checks.work();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(misses(sent)).as("it was missed once").isOne());
        assertThat(state(resident, sent)).isEqualTo("PENDING");

        later(Duration.ofSeconds(61));
        checks.work();
        await().atMost(PATIENCE).until(() -> state(resident, sent).equals("REVIEW"));
        assertThat(review(people.staff("HL041"), sent).path("causeWords").asString())
                .isEqualTo("微信未能下载图片");
    }

    @Test
    void silenceFor35MinutesMeansThatAPersonLooks() {
        drain();
        people.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", "push:wxa_media_check", "kind", "pushLost"))
                .expect(200);
        People.Person resident = people.resident();
        Sent sent = sent(resident, INNOCENT);
        checks.work();
        later(Duration.ofMinutes(34));
        drain();
        assertThat(state(resident, sent)).isEqualTo("PENDING");
        later(Duration.ofMinutes(2));
        drain();
        assertThat(state(resident, sent)).isEqualTo("REVIEW");
        assertThat(publicPhotos(sent)).isEmpty();
    }

    @Test
    void theLinkForWechatLastsThirtyMinutesAndIsForOnePicture() {
        String link = links.linkTo(new PhotoId(7), PhotoChecks.LINK_LIFE);
        Map<String, String> query = query(link);
        long expires = Long.parseLong(String.valueOf(query.get("expires")));
        String signature = String.valueOf(query.get("signature"));
        clock.advance(Duration.ofMinutes(31));
        assertThat(links.isGood(new PhotoId(7), PhotoSize.FULL, expires, signature))
                .isTrue();
        assertThat(links.isGood(new PhotoId(8), PhotoSize.FULL, expires, signature))
                .isFalse();
        clock.advance(Duration.ofMinutes(15));
        assertThat(links.isGood(new PhotoId(7), PhotoSize.FULL, expires, signature))
                .isFalse();
    }

    private record Sent(String request, String photo) {}

    private Sent sent(People.Person resident, Color colour) {
        String photo = resident.http()
                .upload("/api/resident/photos", "file", "a.jpg", plain(colour))
                .expect(201)
                .at("/id");
        Http.Answer made = resident.http()
                .with("Idempotency-Key", "picture-check-" + KEY.incrementAndGet())
                .post(
                        "/api/resident/requests",
                        Map.of("category", "STREET_LIGHT", "description", "路灯坏了", "photoIds", List.of(photo)))
                .expect(201);
        return new Sent(made.at("/id"), photo);
    }

    private static byte[] plain(Color colour) {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 64, 64);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String state(People.Person resident, Sent sent) {
        return resident.http()
                .get("/api/resident/requests/" + sent.request())
                .expect(200)
                .at("/photos/0/check");
    }

    private List<PhotoView> publicPhotos(Sent sent) {
        return requests.publicContentOf(RequestId.of(sent.request()))
                .orElseThrow()
                .photos();
    }

    private static JsonNode review(People.Person staff, Sent sent) {
        JsonNode items = staff.http()
                .get("/api/staff/content-reviews?limit=50")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.at("/photo/id").asString("").equals(sent.photo()))
                .findFirst()
                .orElseThrow();
    }

    private int misses(Sent sent) {
        return book.find(new PhotoId(Long.parseLong(sent.photo())))
                .orElseThrow()
                .misses();
    }

    /** Works what other tests left waiting. */
    private void drain() {
        for (int i = 0; i < 5; i++) {
            checks.work();
        }
    }

    private void aim(String url, String format) {
        people.sandbox()
                .put("/sandbox/push-targets", Map.of("miniProgram", Map.of("url", url, "format", format)))
                .expect(200);
    }

    private void later(Duration by) {
        clock.advance(by);
        people.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
    }

    private static Map<String, String> query(String link) {
        return java.util.Arrays.stream(link.substring(link.indexOf('?') + 1).split("&", -1))
                .map(part -> part.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
