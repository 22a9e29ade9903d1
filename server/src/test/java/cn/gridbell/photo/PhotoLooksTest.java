package cn.gridbell.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.PhotoSize;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Sizes, caches, a storage that is away, and more uploads than the memory has room for. */
@GridbellTest
class PhotoLooksTest {

    private static final Path FOLDER = Path.of("target/gridbell-home/photos");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    PhotoShelf shelf;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    PhotoOrphans orphans;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    PhotoLab lab;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MutableClock clock;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate sql;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    TransactionTemplate transactions;

    @Test
    void aPictureComesInThreeSizesAndTheSignatureCoversTheSize() throws IOException {
        Http.Answer made = upload(TestPictures.jpeg(3_000, 2_000)).expect(201);
        Http nobody = people.server();

        assertThat(longestEdge(nobody.get(made.at("/url")))).isEqualTo(2_560);
        assertThat(longestEdge(nobody.get(made.at("/thumbnails/medium")))).isEqualTo(1_080);
        assertThat(longestEdge(nobody.get(made.at("/thumbnails/small")))).isEqualTo(320);
        String small = made.at("/thumbnails/small");
        nobody.get(small.replace("size=320", "size=1080")).expect(403);
        nobody.get(small.replace("size=320&", "")).expect(403);
        nobody.get(small.replace("size=320", "size=77")).expect(403);
        nobody.get(small.replace("size=320", "size=abc")).expect(400);
        clock.advance(Duration.ofMinutes(61));
        nobody.get(small).expect(403);
    }

    @Test
    void aSmallPictureIsItsOwnThumbnail() {
        Http.Answer made = upload(TestPictures.jpeg(300, 200)).expect(201);

        assertThat(made.at("/thumbnails/small")).isEqualTo(made.at("/url"));
        assertThat(made.at("/thumbnails/medium")).isEqualTo(made.at("/url"));
    }

    @Test
    void aPictureKeptBeforeThereWereSizesIsShownWhole() throws IOException {
        Http.Answer made = upload(TestPictures.jpeg(900, 600)).expect(201);
        String name = nameOf(made.at("/id"));
        Files.delete(FOLDER.resolve(name.substring(0, 2)).resolve(name + "-320.jpg"));

        assertThat(longestEdge(people.server().get(made.at("/thumbnails/small"))))
                .isEqualTo(900);
    }

    @Test
    void cachesKeepAPictureAsLongAsTheLinkIsGoodAndAskWithItsTag() {
        String url = upload(TestPictures.jpeg(900, 600)).expect(201).at("/url");
        Http.Answer seen = people.server().get(url).expect(200);
        String tag = String.valueOf(seen.headers().get("etag"));

        assertThat(seen.headers().get("cache-control")).matches("max-age=\\d{3,4}, private, immutable");
        assertThat(people.server()
                        .with("If-None-Match", tag)
                        .get(url)
                        .expect(304)
                        .bytes())
                .isEmpty();
        people.server().with("If-None-Match", "\"other\"").get(url).expect(200);
        people.server().with("If-None-Match", tag).get(url + "x").expect(403);
        Http.Answer part = people.server().with("Range", "bytes=0-99").get(url).expect(206);
        assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOf(seen.bytes(), 100));
        people.server().with("Range", "bytes=99999999-").get(url).expect(416);
    }

    @Test
    void aListShownAgainHasTheSameLinks() {
        People.Person person = people.resident();
        String photo = person.http()
                .upload("/api/resident/photos", "file", "a.jpg", TestPictures.jpeg(900, 600))
                .expect(201)
                .at("/id");
        String request = person.http()
                .with("Idempotency-Key", "same-links-" + System.nanoTime())
                .post(
                        "/api/resident/requests",
                        Map.of("category", "NOISE", "description", "有照片为证", "photoIds", List.of(photo)))
                .expect(201)
                .at("/id");
        String first = person.http().get("/api/resident/requests/" + request).at("/photos/0/thumbnails/small");
        clock.advance(Duration.ofMinutes(2));

        assertThat(person.http().get("/api/resident/requests/" + request).at("/photos/0/thumbnails/small"))
                .isEqualTo(first)
                .isNotEmpty();
    }

    @Test
    void aStorageThatIsAwayIsA503AndNothingIsRecorded() throws IOException {
        String url = upload(TestPictures.jpeg(900, 600)).expect(201).at("/url");
        int before = rows();
        Path aside = FOLDER.resolveSibling("photos-aside");
        Files.move(FOLDER, aside);
        Files.writeString(FOLDER, "no folder");
        try {
            Http.Answer no = upload(TestPictures.jpeg(40, 40)).expect(503);
            assertThat(no.at("/type")).isEqualTo("urn:problem:photo:storage-away");
            assertThat(no.headers()).containsKey("retry-after");
            assertThat(people.server().get(url).expect(503).headers()).containsKey("retry-after");
            assertThat(rows()).isEqualTo(before);
        } finally {
            Files.delete(FOLDER);
            Files.move(aside, FOLDER);
        }
        people.server().get(url).expect(200);
    }

    @Test
    void theStorageIsNeverCalledInsideATransaction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.executeWithoutResult(transaction -> {
                    try {
                        shelf.put(Map.of(PhotoSize.FULL, new byte[10]));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }));
    }

    @Test
    void filesOfNoPictureAreSweptWhenTheyAreOldAndNothingElse() throws IOException {
        Http.Answer kept = upload(TestPictures.jpeg(900, 600)).expect(201);
        String orphan = shelf.put(Map.of(PhotoSize.FULL, TestPictures.jpeg(20, 20)));
        Path half = FOLDER.resolve(orphan.substring(0, 2)).resolve(orphan + "-320.jpg.part");
        Files.write(half, new byte[10]);
        clock.moveTo(java.time.Clock.systemUTC().instant());
        orphans.sweep();
        assertThat(shelf.find(orphan, PhotoSize.FULL))
                .as("it may be waiting for its row")
                .isPresent();

        clock.advance(Duration.ofHours(25));
        assertThat(orphans.sweep()).isGreaterThanOrEqualTo(2);

        assertThat(shelf.find(orphan, PhotoSize.FULL)).isEmpty();
        assertThat(half).doesNotExist();
        assertThat(shelf.find(nameOf(kept.at("/id")), PhotoSize.SMALL)).isPresent();
        assertThat(orphans.sweep()).isZero();
    }

    /** Two places for decoding; both are taken by uploads that do not come to an end. */
    @Test
    void moreUploadsThanPlacesWaitAMomentAndAreAskedToComeBack() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<java.util.concurrent.Future<?>> busy = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                busy.add(threads.submit(() -> lab.develop(new Waiting(TestPictures.jpeg(40, 40), inside, end))));
            }
            inside.await();
            List<java.util.concurrent.Future<Http.Answer>> refused = new ArrayList<>();
            People.Person person = people.newcomer();
            for (int i = 0; i < 10; i++) {
                refused.add(threads.submit(() -> upload(person, TestPictures.jpeg(40, 40))));
            }
            for (var answer : refused) {
                Http.Answer no = answer.get().expect(503);
                assertThat(no.headers()).containsEntry("retry-after", "3");
                assertThat(no.at("/detail")).contains("请几秒后再试");
            }
            end.countDown();
            for (var place : busy) {
                place.get();
            }
            upload(person, TestPictures.jpeg(40, 40)).expect(201);
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    /** A file whose first byte comes late. */
    private static final class Waiting extends InputStream {

        private final InputStream file;
        private final CountDownLatch inside;
        private final CountDownLatch end;

        Waiting(byte[] file, CountDownLatch inside, CountDownLatch end) {
            this.file = new ByteArrayInputStream(file);
            this.inside = inside;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            inside.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return file.read();
        }
    }

    private int rows() {
        return java.util.Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM photo", Integer.class));
    }

    private String nameOf(String id) {
        return String.valueOf(sql.queryForObject("SELECT file_name FROM photo WHERE id = ?", String.class, id));
    }

    private static int longestEdge(Http.Answer answer) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(answer.expect(200).bytes()));
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private Http.Answer upload(byte[] file) {
        return upload(people.newcomer(), file);
    }

    private static Http.Answer upload(People.Person person, byte[] file) {
        return person.http().upload("/api/resident/photos", "file", "photo.jpg", file);
    }
}
