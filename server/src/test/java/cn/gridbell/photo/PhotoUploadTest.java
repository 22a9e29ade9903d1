package cn.gridbell.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.PhotoSize;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploading, looking, using and sweeping pictures over HTTP. */
@GridbellTest
class PhotoUploadTest {

    private static final String PATH = "/api/resident/photos";

    private final People people;
    private final MutableClock clock;
    private final PhotoRegister register;
    private final PhotoShelf shelf;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    PhotoUploadTest(
            People people,
            MutableClock clock,
            PhotoRegister register,
            PhotoShelf shelf,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.register = register;
        this.shelf = shelf;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void aPictureComesBackUprightWithItsPlaceAndALink() {
        Http.Answer made = upload(people.newcomer(), TestPictures.jpegWithExif(400, 200, 6))
                .expect(201);

        assertThat(made.json().at("/width").asInt()).isEqualTo(200);
        assertThat(made.json().at("/hint/location/latitude").asDouble()).isBetween(30.63, 30.65);
        assertThat(made.json().at("/hint/location/longitude").asDouble())
                .as("GCJ-02, east of the WGS-84 the camera gave")
                .isBetween(104.0702, 104.08);
        Http.Answer seen = people.server().get(made.at("/url")).expect(200);
        assertThat(seen.headers())
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(seen.headers().get("cache-control")).contains("private");
    }

    @Test
    void whatIsNoPictureIsRefusedAndNothingIsKept() {
        People.Person person = people.newcomer();
        List<byte[]> bad = DarkroomTest.badFiles().map(Map.Entry::getValue).toList();
        for (byte[] file : bad) {
            Http.Answer no = upload(person, file);
            assertThat(no.status()).isBetween(400, 499);
            assertThat(no.headers().get("content-type")).startsWith("application/problem+json");
        }
        assertThat(bad).hasSizeGreaterThan(25);
        person.http().upload(PATH, "other", "a.jpg", TestPictures.jpeg(20, 20)).expect(400);
        assertThat(upload(person, new byte[PhotoLab.MOST_BYTES + 1]).status()).isEqualTo(413);
        assertThat(upload(person, new byte[22 * 1024 * 1024]).status()).isEqualTo(413);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM photo WHERE owner_resident_id = ?", Integer.class, person.residentId()))
                .isZero();
    }

    @Test
    void aLinkIsGoodForOnePictureAndOneHour() {
        People.Person person = people.newcomer();
        String url = upload(person, TestPictures.png(30, 30)).expect(201).at("/url");
        String other = upload(person, TestPictures.png(30, 30)).expect(201).at("/id");
        Http nobody = people.server();

        nobody.get(url.replaceFirst("photos/\\d+", "photos/" + other)).expect(403);
        nobody.get(url.replaceFirst("expires=\\d+", "expires=9999999999")).expect(403);
        nobody.get(url.substring(0, url.length() - 2)).expect(403);
        nobody.get(url.substring(0, url.indexOf('?'))).expect(403);
        nobody.get(url.replaceFirst("photos/\\d+", "photos/abc")).expect(404);
        nobody.get(url).expect(200);
        clock.advance(Duration.ofMinutes(61));
        nobody.get(url).expect(403);
    }

    @Test
    void onlyTheOwnerUsesAPictureAndOnlyOnce() {
        People.Person owner = people.resident();
        String photo = upload(owner, TestPictures.jpeg(30, 30)).expect(201).at("/id");

        use(people.resident(), photo).expect(400);
        String request = use(owner, photo).expect(201).at("/id");
        assertThat(use(owner, photo).expect(400).at("/type")).isEqualTo("urn:problem:photo:not-usable");

        Http.Answer detail =
                owner.http().get("/api/resident/requests/" + request).expect(200);
        assertThat(detail.at("/photos/0/id")).isEqualTo(photo);
        people.server().get(detail.at("/photos/0/url")).expect(200);
    }

    @Test
    void whatNobodyUsesIsSweptAfterADay() throws IOException {
        People.Person owner = people.resident();
        String unused = upload(owner, TestPictures.jpeg(30, 30)).expect(201).at("/id");
        String used = upload(owner, TestPictures.jpeg(30, 30)).expect(201).at("/id");
        use(owner, used).expect(201);
        String file = fileOf(unused);
        register.sweep();
        assertThat(shelf.find(file, PhotoSize.FULL)).isPresent();

        clock.advance(Duration.ofHours(25));
        register.sweep();

        assertThat(shelf.find(file, PhotoSize.FULL)).isEmpty();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM photo WHERE id = ?", Integer.class, unused))
                .isZero();
        assertThat(shelf.find(fileOf(used), PhotoSize.FULL)).isPresent();
    }

    @Test
    void aSweepThatDiedIsFinishedByTheNext() throws IOException {
        String id =
                upload(people.newcomer(), TestPictures.jpeg(30, 30)).expect(201).at("/id");
        String file = fileOf(id);
        transactions.executeWithoutResult(
                transaction -> sql.update("UPDATE photo SET subject = 'swept' WHERE id = ?", id));

        register.sweep();

        assertThat(shelf.find(file, PhotoSize.FULL)).isEmpty();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM photo WHERE id = ?", Integer.class, id))
                .isZero();
    }

    private String fileOf(String id) {
        return String.valueOf(sql.queryForObject("SELECT file_name FROM photo WHERE id = ?", String.class, id));
    }

    private static Http.Answer upload(People.Person person, byte[] file) {
        return person.http().upload(PATH, "file", "photo.jpg", file);
    }

    private static Http.Answer use(People.Person person, String photo) {
        return person.http()
                .with("Idempotency-Key", "photo-use-" + System.nanoTime())
                .post(
                        "/api/resident/requests",
                        Map.of("category", "NOISE", "description", "有照片为证", "photoIds", List.of(photo)));
    }
}
