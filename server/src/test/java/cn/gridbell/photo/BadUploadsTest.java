package cn.gridbell.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is uploaded: a picture of our own without a trace of the old file, or a clear no, in little memory. */
@GridbellTest
class BadUploadsTest {

    private static final String PATH = "/api/resident/photos";
    private static final Set<String> PICTURE_ONLY = Set.of("JPEG", "JFIF", "Huffman", "File Type");

    /** Every name, word and payload planted in a file. */
    private static final List<String> TRACES = List.of(
            BadPictures.MARK,
            "SECRETCAMERA",
            "HIDDENPAYLOAD",
            "Exif",
            "ICC_PROFILE",
            "ns.adobe.com",
            "<script",
            "%PDF",
            "PK\3\4");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate sql;

    @Test
    void everyBadFileIsRefusedClearlyOrKeptClean() {
        People.Person person = people.newcomer();
        Map<String, byte[]> files = new LinkedHashMap<>(BadPictures.all());
        DarkroomTest.badFiles().forEach(file -> files.put("broken: " + file.getKey(), file.getValue()));
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Http.Answer answer = person.http().upload(PATH, "file", "photo.jpg", file.getValue());
            kinds.merge(answer.status() == 201 ? "kept" : answer.status() + " " + answer.at("/type"), 1, Integer::sum);
            if (answer.status() == 201) {
                kept++;
                tracesIn(answer).forEach(trace -> wrong.add(file.getKey() + ": kept with " + trace));
            } else {
                wrong.addAll(whatIsWrongWith(file.getKey(), answer));
            }
        }
        System.out.printf("bad uploads: %d files, %d kept clean, answers %s%n", files.size(), kept, kinds);
        assertThat(wrong).isEmpty();
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM photo WHERE owner_resident_id = ?", Integer.class, person.residentId()))
                .as("rows are those of the kept ones")
                .isEqualTo(kept);
    }

    /** In a process that has no more: whatever cannot be done in it ends it. */
    @Test
    void noFileTakesMoreThan200MegabytesOfHeap(@TempDir Path folder) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(BadPictures.all());
        files.put("honest: 40 million pixels", TestPictures.jpeg(8_000, 5_000));
        int number = 0;
        for (byte[] file : files.values()) {
            Files.write(folder.resolve(String.format("%03d", number++)), file);
        }
        Path said = folder.resolve("said");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(child.waitFor()).as(Files.readString(said)).isZero();
        System.out.printf(
                "heap of 200 MB: %d files, %s%n",
                files.size(), Files.readString(said).strip());
    }

    @Test
    void oddUploadsAreRefusedClearlyOrKeptUnderANameOfOurOwn() {
        People.Person person = people.newcomer();
        byte[] picture = TestPictures.jpegWithExif(60, 40, 1);
        Map<String, byte[]> uploads = new LinkedHashMap<>();
        for (String name : List.of(
                "../../../../etc/passwd",
                "..\\\\..\\\\windows\\\\win.ini",
                "/absolute/path.jpg",
                "a.php",
                "a.svg",
                "a.jpg\0.html",
                "照片.jpg",
                "",
                "x".repeat(4_000),
                "con",
                "a;b=\\\"c.jpg")) {
            uploads.put(
                    "name " + name.substring(0, Math.min(12, name.length())),
                    part("file", name, "image/jpeg", picture));
        }
        uploads.put("type text/html", part("file", "a.html", "text/html", picture));
        uploads.put("type nonsense", part("file", "a.jpg", "no type at all", picture));
        uploads.put("no file name", raw("Content-Disposition: form-data; name=\"file\"", picture));
        uploads.put("no disposition", raw("Content-Type: image/jpeg", picture));
        uploads.put("no part name", raw("Content-Disposition: form-data; filename=\"a.jpg\"", picture));
        uploads.put("another part name", part("picture", "a.jpg", "image/jpeg", picture));
        uploads.put("empty part", part("file", "a.jpg", "image/jpeg", new byte[0]));
        uploads.put(
                "two parts of one name",
                join(
                        part("file", "a.jpg", "image/jpeg", picture),
                        part("file", "b.jpg", "image/jpeg", ascii("<html>"))));
        uploads.put(
                "two parts, the bad one first",
                join(
                        part("file", "b.jpg", "image/jpeg", ascii("<html>")),
                        part("file", "a.jpg", "image/jpeg", picture)));
        byte[] many = new byte[0];
        for (int i = 0; i < 300; i++) {
            many = join(many, part("p" + i, "a.jpg", "image/jpeg", ascii("x")));
        }
        uploads.put("300 parts", many);
        uploads.put(
                "endless part header",
                raw(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nX-Long: "
                                + "y".repeat(30_000),
                        picture));
        uploads.put("nothing", new byte[0]);
        uploads.put("no boundary in the body", picture);

        List<String> wrong = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<String, byte[]> upload : uploads.entrySet()) {
            byte[] whole = join(upload.getValue(), ascii("--EDGE--\r\n"));
            Http.Answer answer = person.http().send("POST", PATH, whole, "multipart/form-data; boundary=EDGE");
            kept += answer.status() == 201 ? 1 : 0;
            wrong.addAll(answer.status() == 201 ? tracesIn(answer).toList() : whatIsWrongWith(upload.getKey(), answer));
        }
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=" + "b".repeat(500),
                "multipart/mixed; boundary=EDGE",
                "image/jpeg")) {
            Http.Answer answer = person.http().send("POST", PATH, part("file", "a.jpg", "image/jpeg", picture), type);
            wrong.addAll(whatIsWrongWith("content type " + type, answer));
        }
        Http.Answer cut = person.http()
                .send("POST", PATH, part("file", "a.jpg", "image/jpeg", picture), "multipart/form-data; boundary=EDGE");
        wrong.addAll(cut.status() == 201 ? List.of() : whatIsWrongWith("no closing boundary", cut));
        System.out.printf("odd uploads: %d, %d kept%n", uploads.size() + 5, kept);
        assertThat(wrong).isEmpty();
        assertThat(kept).isGreaterThan(5);
    }

    private static List<String> whatIsWrongWith(String what, Http.Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() < 400 || answer.status() > 499) {
            wrong.add(what + ": status " + answer.status());
        }
        if (!String.valueOf(answer.headers().get("content-type")).startsWith("application/problem+json")) {
            wrong.add(what + ": no problem document: " + answer.text());
        } else if (!answer.at("/detail").matches("(?s).*[\\u4e00-\\u9fff].*")
                || answer.json().at("/status").asInt() != answer.status()) {
            wrong.add(what + ": not clear: " + answer.text());
        }
        return wrong;
    }

    /** What of the old file is found in any size of the kept picture: tags by a reader, planted words by their bytes. */
    private Stream<String> tracesIn(Http.Answer made) {
        return Stream.of("/url", "/thumbnails/small", "/thumbnails/medium").flatMap(size -> {
            byte[] kept = people.server().get(made.at(size)).expect(200).bytes();
            String raw = new String(kept, StandardCharsets.ISO_8859_1);
            return Stream.concat(TRACES.stream().filter(raw::contains), tagsOf(kept));
        });
    }

    private static Stream<String> tagsOf(byte[] jpeg) {
        try {
            List<String> names = new ArrayList<>();
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                    .getDirectories()) {
                names.add(directory.getName());
            }
            return names.stream().filter(name -> !PICTURE_ONLY.contains(name));
        } catch (Exception unreadable) {
            return Stream.of("nothing that can be read");
        }
    }

    private static byte[] part(String name, String fileName, String type, byte[] content) {
        return raw(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                        + type,
                content);
    }

    private static byte[] raw(String headers, byte[] content) {
        return join(
                join(("--EDGE\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), content), ascii("\r\n"));
    }

    private static byte[] join(byte[] first, byte[] second) {
        return TestPictures.join(first, second);
    }

    private static byte[] ascii(String text) {
        return TestPictures.ascii(text);
    }
}
