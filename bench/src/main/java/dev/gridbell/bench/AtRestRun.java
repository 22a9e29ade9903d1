package dev.gridbell.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * E2. After a life of requests, visits, pictures and messages: phones, doors and openids of the people in it are looked for in everything that lies on disk. Database
 * files and logs, a dump, photo store, Redis, the server's log. Openids stand in the room wechat's own table in plain (docs/decisions/0003), so they are looked for
 * everywhere but in the database.
 */
final class AtRestRun {

    private static final String PLANT = "13912345678";

    private final int residents;
    private final int requests;

    AtRestRun(Options options) {
        this.residents = options.number("residents", 24);
        this.requests = options.number("requests", 200);
    }

    boolean run() throws Exception {
        try (Installation installation = Installation.prepare(Map.of()).startAll()) {
            Street street = Street.open(installation, residents, residents / 2, 4);
            street.bindPhones();
            List<String> sealed = new ArrayList<>();
            List<String> openIds = new ArrayList<>();
            for (Street.Person resident : street.residents()) {
                sealed.add(String.format("137%08d", resident.number()));
                sealed.add(moveTo(installation, resident));
                openIds.add(resident.openId());
            }
            live(installation, street);
            dump(installation);
            flush(installation);
            return look(installation, sealed, openIds);
        }
    }

    /** Behind a door whose number is like no other. */
    private static String moveTo(Installation installation, Street.Person resident)
            throws IOException, InterruptedException {
        String room = "R" + (8_027_351 + resident.number() * 13) + "B";
        List<String> door =
                Doors.ofGrid(String.format("HL-01-%02d", resident.grid() + 1)).get(0);
        new Http(installation.base())
                .call(
                        "PUT",
                        "/api/resident/household",
                        resident.token(),
                        null,
                        Map.of("address", door.get(0), "building", door.get(1), "unit", door.get(2), "room", room))
                .expect(200);
        return room;
    }

    private void live(Installation installation, Street street) throws Exception {
        street.submit(requests);
        Lives lives = new Lives(street);
        PictureAlbum album = new PictureAlbum(installation.base());
        Http http = new Http(installation.base());
        for (int i = 0; i < residents; i++) {
            lives.playOne(new Random(i), i, 0.7);
            String token = street.resident(i).token();
            album.add(token, new Random(i));
            http.call("GET", "/api/resident/export", token, null, null).expect(200);
            String request = http.call("GET", "/api/resident/requests", token, null, null)
                    .at("/items/0/id");
            http.call(
                    "POST",
                    "/api/staff/requests/" + request + "/reporter-reveal",
                    street.memberOf(street.resident(i)).token(),
                    UUID.randomUUID().toString(),
                    Map.of("reason", "OTHER", "purpose", "电话核实情况"));
        }
        try (MessageTable messages = new MessageTable(installation)) {
            messages.waitUntilSettled(java.time.Duration.ofMinutes(3));
        }
    }

    private static void dump(Installation installation) throws Exception {
        BackupScripts.Ran ran = new BackupScripts(installation.home())
                .backup(
                        installation.servers(),
                        installation.home().resolve("server"),
                        installation.home().resolve("backup"));
        if (ran.exit() != 0) {
            throw new IllegalStateException(ran.output());
        }
    }

    /** The database writes its pages down. */
    private static void flush(Installation installation) throws SQLException, InterruptedException {
        try (Connection database = installation.connect();
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS at_rest_plant (words VARCHAR(60))");
            statement.execute("INSERT INTO at_rest_plant VALUES ('" + PLANT + "')");
            if (!database.getAutoCommit()) {
                database.commit();
            }
        }
    }

    private static boolean look(Installation installation, List<String> sealed, List<String> openIds)
            throws IOException {
        plantInFiles(installation);
        Map<String, Path> places = new TreeMap<>(Map.of(
                "database", installation.home().resolve("mariadb"),
                "dump", installation.home().resolve("backup"),
                "photos", installation.home().resolve("server"),
                "Redis", installation.home().resolve("redis")));
        ByteSearch search = new ByteSearch(sealed);
        ByteSearch ids = new ByteSearch(openIds);
        ByteSearch plant = new ByteSearch(List.of(PLANT));
        int hits = 0;
        int plants = 0;
        for (Map.Entry<String, Path> place : places.entrySet()) {
            Map<String, Integer> found = new TreeMap<>(search.in(place.getValue()));
            if (place.getKey().equals("photos") || place.getKey().equals("Redis")) {
                found.putAll(ids.in(place.getValue()));
            }
            found.forEach((what, times) -> System.out.printf("  %s: %s, %d times%n", place.getKey(), what, times));
            hits += found.size();
            plants += plant.in(place.getValue()).isEmpty() ? 0 : 1;
        }
        Map<String, Integer> logged = new TreeMap<>(search.in(logOf(installation)));
        logged.putAll(ids.in(logOf(installation)));
        hits += logged.size();
        logged.forEach((what, times) -> System.out.printf("  log: %s, %d times%n", what, times));
        boolean held = hits == 0 && plants == places.size();
        System.out.printf(
                "at rest: %d phones and doors in %s, %d openids in photos, Redis and log: %d hits; a planted phone found in %d of %d places: %s%n",
                sealed.size(), search.extent(), openIds.size(), hits, plants, places.size(), held ? "PASS" : "FAIL");
        return held;
    }

    private static Path logOf(Installation installation) throws IOException {
        Path logs = Files.createDirectories(installation.home().resolve("logs"));
        Files.copy(
                installation.home().resolve("server-1.log"),
                logs.resolve("server.log"),
                StandardCopyOption.REPLACE_EXISTING);
        return logs;
    }

    private static void plantInFiles(Installation installation) throws IOException {
        Files.writeString(
                installation.home().resolve("server/planted.jpg"), "x" + PLANT + "x", StandardCharsets.UTF_16LE);
        Files.writeString(
                installation.home().resolve("backup/planted.sql"),
                java.util.HexFormat.of().formatHex(PLANT.getBytes(StandardCharsets.US_ASCII)));
        URI redis = URI.create(installation.servers().redisUri());
        String password = redis.getUserInfo().substring(redis.getUserInfo().indexOf(':') + 1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nSET planted " + PLANT + "\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
