package dev.gridbell.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** An installation that is filled, and what is looked at in it. */
final class GrowthSide {

    /** Fills a database over a connection of its own. */
    interface Filler {
        Filling of(Installation installation) throws SQLException;
    }

    private final Installation installation;
    private final Filler filler;
    private final List<Long> known = new ArrayList<>();
    private int ended;
    private Map<String, Lookups.Lookup> lookups = Map.of();

    GrowthSide(Installation installation, Filler filler) {
        this.installation = installation;
        this.filler = filler;
    }

    /**
     * Starts the server and prepares the database.
     *
     * @param pool megabytes the database keeps in memory
     * @param open how much waits for somebody
     */
    Street open(int residents, int pool, int open) throws Exception {
        installation.startServer();
        Street street = Street.open(installation, residents, 0, 1);
        for (Street.Person resident : street.residents()) {
            known.add(idOf(resident));
        }
        try (Filling filling = filler.of(installation)) {
            filling.run("SET GLOBAL innodb_buffer_pool_size = " + pool * 1_048_576L);
            filling.run("SET GLOBAL innodb_log_file_size = 1073741824");
            filling.prepare();
            filling.open(open);
        }
        return street;
    }

    /** Starts the server on what an earlier run left, with new residents who have reported nothing. */
    Street reopen(int residents, int pool) throws Exception {
        installation.startServer();
        try (Filling filling = filler.of(installation)) {
            filling.run("SET GLOBAL innodb_buffer_pool_size = " + pool * 1_048_576L);
            System.out.println(filling.size());
        }
        return Street.open(installation, residents, 0, 1);
    }

    void lookAt(Map<String, Lookups.Lookup> what) {
        lookups = what;
    }

    Map<String, Lookups.Lookup> lookups() {
        return lookups;
    }

    Lookups.Lookup lookup(String name) {
        return Objects.requireNonNull(lookups.get(name));
    }

    Installation installation() {
        return installation;
    }

    /** The resident behind a person: whoever reported what they report. */
    private long idOf(Street.Person resident) throws Exception {
        String request = new Http(installation.base())
                .call(
                        "POST",
                        "/api/resident/requests",
                        resident.token(),
                        UUID.randomUUID().toString(),
                        Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运。"))
                .expect(201)
                .at("/id");
        try (Filling filling = filler.of(installation)) {
            return filling.number("SELECT reporter_resident_id FROM request WHERE id = " + Long.parseLong(request));
        }
    }

    /**
     * Fills until so many have ended.
     *
     * @param loaders connections that fill side by side
     */
    void grow(int until, int loaders) throws Exception {
        long start = System.nanoTime();
        int from = ended + 1;
        int end = until + 1;
        // The real ones have the first ids.
        int shift = known.size();
        int chunks = (end - from + Filling.CHUNK - 1) / Filling.CHUNK;
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        int side = Math.min(loaders, chunks);
        for (int loader = 0; loader < side; loader++) {
            int mine = loader;
            Thread thread = new Thread(() -> {
                try (Filling filling = filler.of(installation).known()) {
                    for (int chunk = mine; chunk < chunks && failures.isEmpty(); chunk += side) {
                        int first = from + chunk * Filling.CHUNK;
                        int last = Math.min(end, first + Filling.CHUNK);
                        filling.ended(shift + first, shift + last, shift + from, shift + end, known);
                        say(chunk, chunks, start);
                    }
                } catch (SQLException e) {
                    failures.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        ended = until;
        try (Filling filling = filler.of(installation)) {
            filling.analyze();
            System.out.printf(
                    "%s; filled in %d s%n", filling.size(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        }
    }

    private static void say(int chunk, int chunks, long start) {
        if (chunk % 25 == 24) {
            System.out.printf(
                    "  … %d of %d chunks, %d s%n",
                    chunk + 1, chunks, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        }
    }
}
