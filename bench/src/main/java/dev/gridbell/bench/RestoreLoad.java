package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Residents who submit, some with a picture, and book visits, without a pause. What was acknowledged before the backup began and what after it is kept apart: each
 * client ends what it has under way and then says that all it does from now on is "after".
 */
final class RestoreLoad implements AutoCloseable {

    /** @param pictures ids of those that were sent along */
    record Told(Street.Person resident, String id, String key, List<String> pictures) {}

    /** So that the load is one that the messages can follow. */
    private static final int PAUSE_MILLIS = 250;

    private final Street street;
    private final String base;
    private final Path histories;
    private final int clients;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicBoolean later = new AtomicBoolean();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch allLater;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final Map<String, Told> before = new ConcurrentHashMap<>();
    private final PictureAlbum album;
    private final Lives visitsBefore;
    private final Lives visitsAfter;

    RestoreLoad(Street street, String base, Path histories, int clients) {
        this.street = street;
        this.base = base;
        this.histories = histories;
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
        this.allLater = new CountDownLatch(clients);
        this.album = new PictureAlbum(base);
        this.visitsBefore = new Lives(street);
        this.visitsAfter = new Lives(street);
    }

    RestoreLoad start() {
        for (int client = 0; client < clients; client++) {
            int number = client;
            running.add(threads.submit(() -> number % 4 == 3 ? visit(number) : submit(number)));
        }
        return this;
    }

    /** From when this returns, whatever is acknowledged counts as "after"; the load goes on. */
    void turn() throws InterruptedException {
        later.set(true);
        if (!allLater.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a client does not end what it has under way");
        }
    }

    List<Told> before() {
        return List.copyOf(before.values());
    }

    Lives visitsBefore() {
        return visitsBefore;
    }

    PictureAlbum album() {
        return album;
    }

    /** Requests and visits acknowledged after the turn. */
    long after() {
        return after.get() + visitsAfter.acknowledged();
    }

    /** Where the clients' histories of the time before the turn lie. */
    Path historiesBefore() {
        return histories.resolve("before");
    }

    void end() throws Exception {
        stop.set(true);
        for (Future<?> client : running) {
            client.get(2, TimeUnit.MINUTES);
        }
    }

    private Void submit(int client) throws IOException, InterruptedException {
        Random random = new Random(client);
        try (History first = new History(historiesBefore(), client);
                History second = new History(histories.resolve("after"), client)) {
            boolean turned = false;
            while (!stop.get()) {
                if (!turned && later.get()) {
                    turned = true;
                    allLater.countDown();
                }
                submit(turned ? second : first, turned, random);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return null;
    }

    private void submit(History history, boolean turned, Random random) throws IOException, InterruptedException {
        Street.Person resident = street.resident(next.getAndIncrement());
        String key = UUID.randomUUID().toString();
        String picture = random.nextInt(4) == 0 ? album.add(resident.token(), random) : "";
        List<String> pictures = picture.isEmpty() ? List.of() : List.of(picture);
        history.write(History.Outcome.INVOKE, key, "");
        Http.Answer answer = new Http(base)
                .call(
                        "POST",
                        "/api/resident/requests",
                        resident.token(),
                        key,
                        Map.of("category", "GARBAGE", "description", key, "photoIds", pictures));
        if (answer.status() != 201) {
            history.write(History.Outcome.FAIL, key, "");
            return;
        }
        String id = answer.at("/id");
        history.write(History.Outcome.OK, key, id);
        if (turned) {
            after.incrementAndGet();
        } else {
            before.put(id, new Told(resident, id, key, pictures));
        }
    }

    private Void visit(int client) throws InterruptedException {
        Random random = new Random(1_000L + client);
        boolean turned = false;
        while (!stop.get()) {
            if (!turned && later.get()) {
                turned = true;
                allLater.countDown();
            }
            (turned ? visitsAfter : visitsBefore).playOne(random, next.getAndIncrement(), 1);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    @Override
    public void close() {
        stop.set(true);
        threads.shutdownNow();
    }
}
