package dev.gridbell.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** DISK-PHOTOS. The disk that photos lie on is full: uploads are refused in words, nothing half-written stays, what needs no picture goes on. */
final class PhotoDiskFull implements Scenario {

    private static final int MEGABYTES = 12;
    private static final int EDGE = 900;

    @Override
    public String bar() {
        return "DISK-PHOTOS";
    }

    @Override
    public String title() {
        return "disk full of photos";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int uploads = size.number("uploads", 12, 100);
        if (!TinyDisk.canBeMade()) {
            return Outcome.notShown(TinyDisk.NEEDS);
        }
        Path home = Installation.newHome();
        try (TinyDisk disk = TinyDisk.at(home.resolve("photos"), MEGABYTES);
                Installation installation = Installation.prepare(
                                home,
                                Blueprint.of(1)
                                        .with(
                                                "gridbell.photo.folder",
                                                disk.folder().resolve("kept"))
                                        .with(size.options().startingWith("server.")))
                        .startAll()) {
            Crowd.Member member =
                    new Crowd(installation).signIn(1, Doors.ofGrids(1)).get(0);
            Http http = new Http(installation.base());
            byte[] picture = picture();
            upload(http, member, picture).expect(201);
            // Room for a small size of it, not for all.
            disk.fill(60_000);
            Map<Integer, Integer> statuses = new TreeMap<>();
            int inWords = 0;
            int submitted = 0;
            for (int i = 0; i < uploads; i++) {
                Http.Answer refused = upload(http, member, picture);
                statuses.merge(refused.status(), 1, Integer::sum);
                inWords += refused.at("/type").startsWith("urn:problem:photo:")
                                && refused.at("/detail").contains("没有保存")
                        ? 1
                        : 0;
                submitted += submit(http, member) == 201 ? 1 : 0;
            }
            int strayFull = strays(disk, installation);
            disk.makeRoom();
            int after = upload(http, member, picture).status();
            int stray = strays(disk, installation) + Math.abs(rows(installation) - 2);
            boolean held = Set.of(503, 507).containsAll(statuses.keySet())
                    && inWords == uploads
                    && submitted == uploads
                    && strayFull + stray == 0
                    && after == 201;
            return new Outcome(
                    held,
                    String.format(
                            "%d uploads to a full disk: answers by status %s, %d with a sentence that says so; %d of %d requests without pictures"
                                    + " taken meanwhile; %d files without a row or half-written, then %d files or rows without the other; after room was made: %d",
                            uploads, statuses, inWords, submitted, uploads, strayFull, stray, after));
        }
    }

    private static Http.Answer upload(Http http, Crowd.Member member, byte[] picture)
            throws IOException, InterruptedException {
        return http.upload("/api/resident/photos", member.token(), picture);
    }

    private static int submit(Http http, Crowd.Member member) throws IOException, InterruptedException {
        Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。");
        return http.call(
                        "POST",
                        "/api/resident/requests",
                        member.token(),
                        UUID.randomUUID().toString(),
                        body)
                .status();
    }

    private static int rows(Installation installation) throws Exception {
        try (MessageTable database = new MessageTable(installation)) {
            return (int) database.number("SELECT COUNT(*) FROM photo");
        }
    }

    /** Files that no row of a photo names, or that are not whole. */
    private static int strays(TinyDisk disk, Installation installation) throws Exception {
        List<Path> kept;
        try (Stream<Path> files = Files.walk(disk.folder().resolve("kept"))) {
            kept = files.filter(Files::isRegularFile).toList();
        }
        try (MessageTable database = new MessageTable(installation)) {
            int strays = 0;
            for (Path file : kept) {
                String name = file.getFileName().toString();
                boolean known = isWhole(file)
                        && name.length() >= 32
                        && !name.endsWith(".part")
                        && database.number("SELECT COUNT(*) FROM photo WHERE file_name = ?", name.substring(0, 32))
                                == 1;
                strays += known ? 0 : 1;
            }
            return strays;
        }
    }

    /** Opens, and ends where a JPEG ends: one that is cut off opens too, with grey below. */
    private static boolean isWhole(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 2
                    && bytes[bytes.length - 2] == (byte) 0xff
                    && bytes[bytes.length - 1] == (byte) 0xd9
                    && ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException damaged) {
            return false;
        }
    }

    /** Noise: it does not shrink. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
