package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Residents who submit requests, look at them, book visits and call them off while something goes wrong. Each keeps a history of its own and
 * tries again with the same key until it is answered, as a phone would.
 */
final class Callers implements AutoCloseable {

    private static final int GRIDS = 6;
    private static final int AGAIN_MILLIS = 100;
    private static final Duration LAST_CALLS = Duration.ofSeconds(90);
    private static final Map<String, String> REASON = Map.of("reason", "临时有事，改日再约。");

    private final List<String> bases;
    private final Path histories;
    private final Tries tries;
    private final Duration pause;
    private final Duration patience;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "caller");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> running = new ArrayList<>();

    private Callers(Installation installation, Tries tries, Duration pause, Duration patience) {
        this.bases = installation.nodes().stream().map(ServerNode::base).toList();
        this.histories = installation.home().resolve("histories");
        this.tries = tries;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Signs them in and lets them begin.
     *
     * @param pause    between two things each of them does
     * @param patience after which a call counts as not answered
     */
    static Callers start(Installation installation, int clients, Tries tries, Duration pause, Duration patience)
            throws Exception {
        Callers callers = new Callers(installation, tries, pause, patience);
        for (Crowd.Member member : new Crowd(installation).signIn(clients, Doors.ofGrids(GRIDS))) {
            callers.running.add(callers.threads.submit(() -> callers.live(member)));
        }
        return callers;
    }

    /** Ends what is under way and lets nobody begin anew. */
    void finish() throws Exception {
        stop.set(true);
        for (Future<?> caller : running) {
            caller.get(LAST_CALLS.plus(patience).toSeconds(), TimeUnit.SECONDS);
        }
        running.clear();
    }

    Path histories() {
        return histories;
    }

    private Void live(Crowd.Member member) throws Exception {
        Random random = new Random(member.number());
        int turn = member.number();
        List<String> starts = List.of();
        try (History history = new History(histories, member.number())) {
            while (!stop.get()) {
                Http http = new Http(bases.get(Math.floorMod(turn++, bases.size())), patience);
                switch (random.nextInt(8)) {
                    case 0 -> once(http, Tries.Kind.LIST, member, "GET", "/api/resident/requests", null, null);
                    case 1, 2 -> {
                        starts = starts.size() < 8 ? openings(http, member) : starts;
                        if (!starts.isEmpty()) {
                            bookAndCallOff(http, history, member, starts.remove(random.nextInt(starts.size())));
                        }
                    }
                    default -> {
                        String key = "R-" + UUID.randomUUID();
                        Map<String, String> body = Map.of("category", "GARBAGE", "description", key);
                        make(http, Tries.Kind.SUBMIT, history, member, "/api/resident/requests", key, body);
                    }
                }
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        }
        return null;
    }

    private void bookAndCallOff(Http http, History history, Crowd.Member member, String start) throws Exception {
        String key = "V-" + UUID.randomUUID();
        Map<String, String> body = Map.of("start", start, "purpose", "SAFETY_CHECK", "note", key);
        String id = make(http, Tries.Kind.BOOK, history, member, "/api/resident/visits", key, body);
        if (!id.isEmpty()) {
            callOff(http, history, member, key, id);
        }
    }

    /** @return the id of what was made, empty if it was refused or nobody knows */
    private String make(
            Http http,
            Tries.Kind kind,
            History history,
            Crowd.Member member,
            String path,
            String key,
            Map<String, String> body)
            throws IOException, InterruptedException {
        history.write(History.Outcome.INVOKE, key, "");
        long end = System.nanoTime() + LAST_CALLS.toNanos();
        while (!stop.get() || System.nanoTime() < end) {
            Http.@Nullable Answer answer = once(http, kind, member, "POST", path, key, body);
            if (answer != null && answer.status() == 201) {
                history.write(History.Outcome.OK, key, answer.at("/id"));
                return answer.at("/id");
            }
            if (answer != null && isFinal(answer)) {
                history.write(History.Outcome.FAIL, key, "");
                return "";
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
        history.write(History.Outcome.UNKNOWN, key, "");
        return "";
    }

    /** Calling off has no key: whoever finds it done after an answer that was lost has done it. */
    private void callOff(Http http, History history, Crowd.Member member, String key, String visit)
            throws IOException, InterruptedException {
        String own = Checker.CALLED_OFF + key;
        history.write(History.Outcome.INVOKE, own, "");
        long end = System.nanoTime() + LAST_CALLS.toNanos();
        while (!stop.get() || System.nanoTime() < end) {
            String path = "/api/resident/visits/" + visit + "/cancellation";
            Http.@Nullable Answer answer = once(http, Tries.Kind.CANCEL, member, "POST", path, null, REASON);
            if (answer != null && (answer.status() == 200 || answer.body().contains("\"visitStatus\":\"CANCELLED\""))) {
                history.write(History.Outcome.OK, own, visit);
                return;
            }
            if (answer != null && isFinal(answer)) {
                history.write(History.Outcome.FAIL, own, visit);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
        history.write(History.Outcome.UNKNOWN, own, visit);
    }

    /** Whether trying again with the same key cannot change it. */
    private static boolean isFinal(Http.Answer answer) {
        return answer.status() < 500
                && answer.status() != 429
                && !answer.at("/type").equals("urn:problem:platform:in-progress");
    }

    private List<String> openings(Http http, Crowd.Member member) throws InterruptedException {
        List<String> starts = new ArrayList<>();
        Http.@Nullable Answer answer =
                once(http, Tries.Kind.LIST, member, "GET", "/api/resident/visit-openings", null, null);
        if (answer != null && answer.status() == 200) {
            answer.json()
                    .at("/items")
                    .forEach(item -> starts.add(item.at("/start").asString("")));
        }
        return starts;
    }

    /** Null if no answer came. */
    private Http.@Nullable Answer once(
            Http http,
            Tries.Kind kind,
            Crowd.Member member,
            String method,
            String path,
            @Nullable String key,
            @Nullable Object body)
            throws InterruptedException {
        long sent = System.nanoTime();
        try {
            Http.Answer answer = http.call(method, path, member.token(), key, body);
            tries.add(kind, sent, answer.status());
            return answer;
        } catch (IOException noAnswer) {
            tries.add(kind, sent, 0);
            return null;
        }
    }

    @Override
    public void close() {
        stop.set(true);
        threads.shutdownNow();
    }
}
