package dev.gridbell.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Pictures that were uploaded, and what the server then showed of each. */
final class PictureAlbum {

    private static final String EDGE = "bench-edge";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;
    private final Map<String, String> shown = new ConcurrentHashMap<>();

    PictureAlbum(String base) {
        this.base = base;
    }

    int size() {
        return shown.size();
    }

    /** Uploads a picture and looks at it. @return its id, empty if it was refused */
    String add(String token, Random random) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(picture(random));
        body.write(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest upload = HttpRequest.newBuilder(URI.create(base + "/api/resident/photos"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        HttpResponse<String> answer = client.send(upload, HttpResponse.BodyHandlers.ofString());
        Http.Answer made = new Http.Answer(answer.statusCode(), answer.body());
        if (made.status() != 201) {
            return "";
        }
        String fingerprint = look(base, made.at("/url"));
        if (!fingerprint.isEmpty()) {
            shown.put(made.at("/id"), fingerprint);
        }
        return made.at("/id");
    }

    /** Whether a server shows the same picture under this link. */
    boolean isWhole(String base, String id, String url) throws IOException, InterruptedException {
        return shown.containsKey(id) && look(base, url).equals(shown.get(id));
    }

    /** SHA-256 of what is shown if it is a picture, otherwise nothing. */
    private String look(String base, String url) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(base + url))
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<byte[]> answer = client.send(get, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || ImageIO.read(new ByteArrayInputStream(answer.body())) == null) {
            return "";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] picture(Random random) throws IOException {
        BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(0xFFFFFF)));
            pen.fillRect(random.nextInt(400), random.nextInt(300), random.nextInt(200), random.nextInt(200));
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return jpeg.toByteArray();
    }
}
