package dev.gridbell.bench;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Plays what residents and their grid members do to a request or a visit from its beginning to some end, chosen at random, over HTTP. A call that
 * gets no answer is made again at another node, with the same key where there is one, as a phone would.
 */
final class Lives {

    private static final int MOST_TRIES = 400;
    private static final int MOST_OPENINGS = 40;
    private static final Map<String, String> REASON = Map.of("reason", "临时有事，改日再约。");

    private final Street street;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final Set<Long> requests = ConcurrentHashMap.newKeySet();
    private final Set<Long> visits = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();

    Lives(Street street) {
        this.street = street;
    }

    /** Requests and visits whose beginning was acknowledged. */
    long acknowledged() {
        return requests.size() + visits.size();
    }

    /** Of these, the ones the database does not hold. */
    long lost(MessageTable database) throws SQLException {
        return missing(database, "SELECT id FROM request", requests)
                + missing(database, "SELECT id FROM visit", visits);
    }

    private static long missing(MessageTable database, String sql, Set<Long> told) throws SQLException {
        Set<Long> absent = new HashSet<>(told);
        try (Statement select = database.database().createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                absent.remove(row.getLong(1));
            }
        }
        return absent.size();
    }

    long calls() {
        return calls.get();
    }

    /** Answers other than success, for example because a step came too late. */
    long refused() {
        return refused.get();
    }

    /** @param visits the share of visits, 0 to 1 */
    void playOne(Random random, int resident, double visits) throws InterruptedException {
        Street.Person person = street.resident(resident);
        if (random.nextDouble() < visits) {
            playVisit(random, person);
        } else {
            playRequest(random, person);
        }
    }

    private void playRequest(Random random, Street.Person resident) throws InterruptedException {
        String id = told(
                resident,
                "/api/resident/requests",
                Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。"));
        if (id.isEmpty()) {
            return;
        }
        requests.add(Long.parseLong(id));
        Street.Person member = street.memberOf(resident);
        if (random.nextInt(4) > 0 && done(member, "/api/staff/requests/" + id + "/acceptance", null)) {
            done(
                    member,
                    "/api/staff/requests/" + id + "/result",
                    Map.of("closure", "SOLVED", "words", "已安排保洁清运，现场已恢复干净。"));
        }
    }

    /** A visit is booked and confirmed, and will take place. @return whether both were acknowledged */
    boolean confirmOne(int resident) throws InterruptedException {
        Street.Person person = street.resident(resident);
        List<String> starts = openings(person);
        String id = starts.isEmpty()
                ? ""
                : told(
                        person,
                        "/api/resident/visits",
                        Map.of("start", starts.get(resident % starts.size()), "purpose", "SAFETY_CHECK"));
        return !id.isEmpty() && done(street.memberOf(person), "/api/staff/visits/" + id + "/confirmation", null);
    }

    private void playVisit(Random random, Street.Person resident) throws InterruptedException {
        List<String> starts = openings(resident);
        if (starts.size() < 4) {
            return;
        }
        int first = random.nextInt(starts.size());
        String id =
                told(resident, "/api/resident/visits", Map.of("start", starts.get(first), "purpose", "SAFETY_CHECK"));
        if (id.isEmpty()) {
            return;
        }
        visits.add(Long.parseLong(id));
        Street.Person member = street.memberOf(resident);
        String asResident = "/api/resident/visits/" + id;
        String asMember = "/api/staff/visits/" + id;
        switch (random.nextInt(6)) {
            case 0 -> done(resident, asResident + "/cancellation", REASON);
            case 1 -> done(member, asMember + "/decline", REASON);
            case 2 -> {
                if (done(member, asMember + "/confirmation", null)) {
                    done(resident, asResident + "/cancellation", REASON);
                }
            }
            case 3 -> moved(member, resident, id, starts.get((first + starts.size() / 2) % starts.size()));
            default -> {
                if (done(member, asMember + "/confirmation", null)) {
                    done(member, asMember + "/cancellation", REASON);
                }
            }
        }
    }

    /** Another time is proposed and chosen, and in the end nobody comes. */
    private void moved(Street.Person member, Street.Person resident, String id, String other)
            throws InterruptedException {
        if (done(member, "/api/staff/visits/" + id + "/proposals", Map.of("starts", List.of(other)))) {
            done(resident, "/api/resident/visits/" + id + "/proposal-choice", Map.of("start", other));
        }
        done(member, "/api/staff/visits/" + id + "/cancellation", REASON);
    }

    private List<String> openings(Street.Person resident) throws InterruptedException {
        List<String> starts = new ArrayList<>();
        Http.@Nullable Answer answer = call("GET", resident, "/api/resident/visit-openings", null, null);
        if (answer != null && answer.status() == 200) {
            answer.json()
                    .at("/items")
                    .forEach(item -> starts.add(item.at("/start").asString("")));
        }
        return starts.subList(0, Math.min(MOST_OPENINGS, starts.size()));
    }

    /** @return the id of what was made, empty if it was refused */
    private String told(Street.Person person, String path, Map<String, ?> body) throws InterruptedException {
        Http.@Nullable Answer answer =
                call("POST", person, path, UUID.randomUUID().toString(), body);
        return answer != null && answer.status() == 201 ? answer.at("/id") : "";
    }

    private boolean done(Street.Person person, String path, @Nullable Map<String, ?> body) throws InterruptedException {
        Http.@Nullable Answer answer =
                call("POST", person, path, UUID.randomUUID().toString(), body);
        return answer != null && answer.status() < 300;
    }

    /** Until it is answered by a server that can. Null if none ever does. */
    private Http.@Nullable Answer call(
            String method, Street.Person person, String path, @Nullable String key, @Nullable Object body)
            throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                calls.incrementAndGet();
                Http.Answer answer =
                        street.server(turn.getAndIncrement()).call(method, path, person.token(), key, body);
                if (answer.status() < 500 && answer.status() != 429) {
                    refused.addAndGet(answer.status() >= 300 ? 1 : 0);
                    return answer;
                }
            } catch (IOException noAnswer) {
                // made again below
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return null;
    }
}
