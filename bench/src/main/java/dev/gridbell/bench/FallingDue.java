package dev.gridbell.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Requests and visits for which a timer has something to do: made over HTTP, set to fall due at a moment, and looked at afterwards. */
final class FallingDue implements AutoCloseable {

    /** What a timer does, how it is set, when it was done, and what must be there then; each takes the id of the request or visit. */
    enum Deed {
        ESCALATE("""
                UPDATE request SET due_at = ?, escalates_at = due_at WHERE id = ?""", "ESCALATED", """
                SELECT r.colour = 'YELLOW' AND r.status = 'ASSIGNED'
                       AND (SELECT COUNT(*) FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id AND m.scene = 'REQUEST_ESCALATED') = 1
                       AND (SELECT COUNT(*) FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id AND m.scene = 'REQUEST_ASSIGNED'
                            AND m.turn = r.version) = 1
                FROM request r WHERE r.id = ?"""),
        LAPSE_QUESTION("""
                UPDATE request_ask SET lapses_at = ? WHERE request_id = ? AND settled_at IS NULL""", "WAITING_LAPSED", """
                SELECT r.status = 'HANDLING' AND r.sub_state IS NULL
                       AND (SELECT COUNT(*) FROM request_ask a WHERE a.request_id = r.id AND a.outcome = 'LAPSED') = 1
                FROM request r WHERE r.id = ?"""),
        CLOSE_UNRATED("""
                UPDATE request SET answered_at = ? - INTERVAL 14 DAY WHERE id = ?""", "CLOSED_UNRATED", """
                SELECT r.status = 'UNRATED' FROM request r WHERE r.id = ?"""),
        FOLLOW_UP("""
                UPDATE request_follow_up SET due_at = ? WHERE request_id = ?""", "FOLLOWED_UP", """
                SELECT (SELECT COUNT(*) FROM request_follow_up f WHERE f.request_id = r.id AND f.asked_at IS NOT NULL) = 1
                       AND (SELECT COUNT(*) FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id AND m.scene = 'REQUEST_FOLLOW_UP') = 1
                FROM request r WHERE r.id = ?"""),
        REMIND_OF_ANSWER("""
                UPDATE visit_asking SET remind_at = ? WHERE visit_id = ?""", """
                SELECT created_at FROM message WHERE subject_kind = 'VISIT' AND subject_id = ? AND scene = 'VISIT_ANSWER_DUE'""", """
                SELECT v.status = 'REQUESTED' AND a.reminded AND a.stage = 'MEMBER'
                FROM visit v JOIN visit_asking a ON a.visit_id = v.id WHERE v.id = ?"""),
        PASS_UP("""
                UPDATE visit SET answer_by = ? WHERE id = ?""", """
                SELECT created_at FROM message WHERE subject_kind = 'VISIT' AND subject_id = ? AND scene = 'VISIT_ANSWER_WANTED'""", """
                SELECT v.status = 'REQUESTED' AND a.stage <> 'MEMBER' AND v.answer_by > UTC_TIMESTAMP()
                       AND (SELECT COUNT(*) FROM message m WHERE m.subject_kind = 'VISIT' AND m.subject_id = v.id AND m.scene = 'VISIT_PASSED_UP') = 1
                FROM visit v JOIN visit_asking a ON a.visit_id = v.id WHERE v.id = ?"""),
        EXPIRE("""
                UPDATE visit v JOIN visit_asking a ON a.visit_id = v.id SET v.answer_by = ?, a.stage = 'COMMUNITY' WHERE v.id = ?""", """
                SELECT created_at FROM message WHERE subject_kind = 'VISIT' AND subject_id = ? AND scene = 'VISIT_EXPIRED'""", """
                SELECT v.status = 'EXPIRED' AND (SELECT COUNT(*) FROM visit_cell c WHERE c.visit_id = v.id) = 0
                       AND (SELECT COUNT(*) FROM visit_household_cell c WHERE c.visit_id = v.id) = 0
                FROM visit v WHERE v.id = ?"""),
        MISS("""
                UPDATE visit SET end_at = ? - INTERVAL 12 HOUR WHERE id = ?""", """
                SELECT created_at FROM message WHERE subject_kind = 'VISIT' AND subject_id = ? AND scene = 'VISIT_MISSED'
                    AND person_kind = 'RESIDENT'""", """
                SELECT v.status = 'EXPIRED' AND (SELECT COUNT(*) FROM visit_cell c WHERE c.visit_id = v.id) = 0
                       AND (SELECT COUNT(*) FROM visit_no_show n WHERE n.visit_id = v.id AND n.side = 'MEMBER') = 1
                FROM visit v WHERE v.id = ?""");

        private final String set;
        private final String when;
        private final String whole;

        /** @param when the kind of the timeline's entry, or the statement that finds the moments */
        Deed(String set, String when, String whole) {
            this.set = set;
            this.when = when.startsWith("SELECT")
                    ? when
                    : "SELECT happened_at FROM request_entry WHERE request_id = ? AND actor = 'SYSTEM' AND kind = '"
                            + when + "'";
            this.whole = whole;
        }

        private boolean ofVisit() {
            return ordinal() >= REMIND_OF_ANSWER.ordinal();
        }
    }

    private record Made(long id, Deed deed) {}

    /**
     * What was found.
     *
     * @param done    done once
     * @param lost    not done
     * @param twice   done more than once
     * @param half    done once, but not everything that belongs to it
     * @param latest  the longest time between falling due and being done
     */
    record Findings(int done, int lost, int twice, int half, Duration latest) {}

    private static final int MOST_TRIES = 6;

    private final Street street;
    private final Connection database;
    private final List<Made> made = new ArrayList<>();
    private final Map<Made, Instant> due = new HashMap<>();

    FallingDue(Installation installation, Street street) throws SQLException {
        this.street = street;
        this.database = installation.connect();
        database.setAutoCommit(true);
        try (PreparedStatement utc = database.prepareStatement("SET time_zone = '+00:00'")) {
            utc.execute();
        }
    }

    /** The deeds in turn. */
    void make(int count) throws Exception {
        make(count, Deed.values());
    }

    void make(int count, Deed... deeds) throws Exception {
        made.addAll(Street.inParallel(count, i -> make(i, deeds[i % deeds.length])));
    }

    private Made make(int i, Deed deed) throws IOException, InterruptedException {
        return deed.ofVisit() ? visit(i, deed) : request(i, deed);
    }

    private Made request(int i, Deed deed) throws IOException, InterruptedException {
        Street.Person resident = street.resident(i);
        Street.Person member = street.memberOf(resident);
        Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大。");
        String id = call(i, resident, "/api/resident/requests", body, 201).at("/id");
        String path = "/api/staff/requests/" + id;
        if (deed != Deed.ESCALATE || i % 3 == 0) {
            call(i, member, path + "/acceptance", null, 200);
        }
        if (deed == Deed.LAPSE_QUESTION) {
            call(i, member, path + "/question", Map.of("question", "请问是哪个单元门口？"), 200);
        }
        if (deed == Deed.CLOSE_UNRATED || deed == Deed.FOLLOW_UP) {
            call(i, member, path + "/result", Map.of("closure", "SOLVED", "words", "已清运完毕。"), 200);
        }
        if (deed == Deed.FOLLOW_UP) {
            call(i, resident, "/api/resident/requests/" + id + "/rating", Map.of("solved", "YES", "stars", 5), 200);
        }
        return new Made(Long.parseLong(id), deed);
    }

    private Made visit(int i, Deed deed) throws IOException, InterruptedException {
        Street.Person resident = street.resident(i);
        Http.Answer booked = book(i, resident);
        String id = booked.at("/id");
        if (deed == Deed.MISS) {
            call(i, street.memberOf(resident), "/api/staff/visits/" + id + "/confirmation", null, 200);
        }
        return new Made(Long.parseLong(id), deed);
    }

    /** Others book at the same time: whoever finds an opening taken takes another. */
    private Http.Answer book(int i, Street.Person resident) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            List<String> starts = openings(i, resident);
            if (starts.isEmpty()) {
                throw new IllegalStateException("no opening is left for " + resident);
            }
            Map<String, String> body =
                    Map.of("start", starts.get((i + tries) % starts.size()), "purpose", "SAFETY_CHECK");
            Http.Answer answer = street.server(i)
                    .call(
                            "POST",
                            "/api/resident/visits",
                            resident.token(),
                            UUID.randomUUID().toString(),
                            body);
            if (answer.status() == 201 || tries == MOST_TRIES) {
                return answer.expect(201);
            }
        }
    }

    private List<String> openings(int turn, Street.Person resident) throws IOException, InterruptedException {
        List<String> starts = new ArrayList<>();
        street.server(turn)
                .call("GET", "/api/resident/visit-openings", resident.token(), null, null)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> starts.add(item.at("/start").asString("")));
        return starts;
    }

    /** Tries again with the same key when no answer came: a busy machine is none of the timers' business. */
    private Http.Answer call(int turn, Street.Person who, String path, @Nullable Object body, int expected)
            throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        for (int tries = 1; ; tries++) {
            try {
                return street.server(turn)
                        .call("POST", path, who.token(), key, body)
                        .expect(expected);
            } catch (IOException noAnswer) {
                if (tries == MOST_TRIES) {
                    throw noAnswer;
                }
                TimeUnit.SECONDS.sleep(tries);
            }
        }
    }

    /** Those from a number on fall due at one moment. */
    void set(int first, int end, Instant at) throws SQLException {
        for (Made one : made.subList(first, end)) {
            try (PreparedStatement update = database.prepareStatement(one.deed().set)) {
                update.setString(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString());
                update.setLong(2, one.id());
                if (update.executeUpdate() == 0) {
                    throw new IllegalStateException(one.id() + " does not wait for " + one.deed());
                }
            }
            due.put(one, at);
        }
    }

    Findings look() throws SQLException {
        int done = 0;
        int lost = 0;
        int twice = 0;
        int half = 0;
        Duration latest = Duration.ZERO;
        for (Made one : made) {
            List<Instant> entries = entries(one);
            done += entries.size() == 1 ? 1 : 0;
            lost += entries.isEmpty() ? 1 : 0;
            twice += entries.size() > 1 ? 1 : 0;
            if (entries.size() == 1) {
                half += isWhole(one) ? 0 : 1;
                Duration late = Duration.between(due.getOrDefault(one, entries.get(0)), entries.get(0));
                latest = late.compareTo(latest) > 0 ? late : latest;
            }
        }
        return new Findings(done, lost, twice, half, latest);
    }

    private List<Instant> entries(Made one) throws SQLException {
        List<Instant> found = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(one.deed().when)) {
            select.setLong(1, one.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                }
            }
        }
        return found;
    }

    private boolean isWhole(Made one) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(one.deed().whole)) {
            select.setLong(1, one.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
