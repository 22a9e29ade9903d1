package cn.gridbell.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks the table of moves over HTTP: each stage × each event a person can cause × each kind of person. What the table allows works and leads
 * where it says; everything else is refused and changes neither the row nor the timeline nor what people are told.
 */
@GridbellTest
class RequestMovesWalkTest {

    private static final Map<String, Object> NO = Map.of("granted", false, "reason", "先按原安排办理");
    private static final Map<String, Object> YES = Map.of("granted", true, "reason", "情况属实");

    /** Who tries: number of a staff member, or a resident. The holder of the walked request is HL001, green. */
    private static final Map<String, @Nullable String> PEOPLE = people();

    private static Map<String, @Nullable String> people() {
        Map<String, @Nullable String> people = new LinkedHashMap<>();
        people.put("reporter", null);
        people.put("neighbour", null);
        people.put("holder", "HL001");
        people.put("lead", "HL031");
        people.put("community", "HL041");
        people.put("street", "HL047");
        people.put("district", "HL050");
        people.put("elsewhere", "HL010");
        people.put("property", "HL057");
        people.put("admin", "HL060");
        return people;
    }

    /** Moves two people may try at once: one wins. The others are nobody's alone, or twice is two. */
    private static final Set<RequestMove> NOT_A_RACE = EnumSet.of(
            RequestMove.ASSIGN,
            RequestMove.DISTRICT_ANSWER,
            RequestMove.KEEP_COORDINATION,
            RequestMove.SUPPORT,
            RequestMove.COMMENT,
            RequestMove.AGREE,
            RequestMove.CONTEST);

    private final People people;
    private final RequestTimer timer;
    private final RequestAftercareTimer aftercare;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    RequestMovesWalkTest(
            People people,
            RequestTimer timer,
            RequestAftercareTimer aftercare,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.timer = timer;
        this.aftercare = aftercare;
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * An event as a call.
     *
     * @param move as the table names it
     * @param path after {@code /requests/{id}/}
     */
    private record Event(RequestMove move, boolean byStaff, String path, Map<String, Object> body) {

        Http.Answer by(People.Person person, String id) {
            return person.http()
                    .post((byStaff ? "/api/staff/requests/" : "/api/resident/requests/") + id + "/" + path, body);
        }

        int done() {
            return move == RequestMove.COMMENT || move == RequestMove.OPEN_COORDINATION ? 201 : 200;
        }
    }

    /** Coordinations have addresses of their own. */
    private Http.Answer call(Event event, People.Person person, String id) {
        return switch (event.move()) {
            case OPEN_COORDINATION ->
                person.http()
                        .post(
                                "/api/staff/coordinations",
                                Map.of("requestId", id, "purpose", "同桌商量", "memberIds", List.of(staffId("HL002"))));
            case KEEP_COORDINATION ->
                person.http().post("/api/staff/coordinations/" + tableOf(id) + "/minutes", Map.of("words", "已商量"));
            default -> event.by(person, id);
        };
    }

    private List<Event> events(String host) {
        String lead = staffId("HL031");
        Map<String, Object> hand = Map.of("memberId", lead, "reason", "由网格长牵头");
        return List.of(
                new Event(RequestMove.ACCEPT, true, "acceptance", Map.of()),
                new Event(RequestMove.ASSIGN, true, "assignment", hand),
                new Event(RequestMove.REJECT, true, "rejection", Map.of("words", "不属于街道职责，请拨打12345。")),
                new Event(RequestMove.ANSWER, true, "result", Map.of("closure", "PARTLY", "words", "已上门劝阻。")),
                new Event(RequestMove.ASK_RESIDENT, true, "question", Map.of("question", "是几点开始吵的")),
                new Event(RequestMove.REPLY, false, "reply", Map.of("text", "晚上十点以后")),
                new Event(RequestMove.ASK_EXTENSION, true, "extension", Map.of("workingHours", 7, "reason", "等材料")),
                new Event(RequestMove.GRANT_EXTENSION, true, "extension-decision", YES),
                new Event(RequestMove.DENY_EXTENSION, true, "extension-decision", NO),
                new Event(RequestMove.ASK_RETURN, true, "return", Map.of("item", "GA-01", "reason", "属公安职责")),
                new Event(
                        RequestMove.GRANT_RETURN,
                        true,
                        "return-decision",
                        Map.of("granted", true, "memberId", lead, "reason", "情况属实")),
                new Event(RequestMove.DENY_RETURN, true, "return-decision", NO),
                new Event(RequestMove.DECIDE_AT_MEETING, true, "meeting-decision", hand),
                new Event(RequestMove.ESCALATE, true, "escalation", Map.of("reason", "需要上级协调")),
                new Event(RequestMove.OFFER_DOWN, true, "down-offer", Map.of("reason", "网格可以办")),
                new Event(RequestMove.CONSENT_DOWN, true, "down-consent", YES),
                new Event(RequestMove.DECLINE_DOWN, true, "down-consent", NO),
                new Event(RequestMove.DISTRICT_ANSWER, true, "district-answer", Map.of("words", "已列入计划")),
                new Event(RequestMove.RATE, false, "rating", Map.of("solved", "YES", "stars", 5)),
                new Event(RequestMove.NOT_SOLVED, false, "rating", Map.of("solved", "NO", "stars", 1)),
                new Event(RequestMove.CHASE, false, "chase", Map.of()),
                new Event(RequestMove.WITHDRAW, false, "withdrawal", Map.of("reason", "修好了")),
                new Event(RequestMove.MERGE, true, "merge", Map.of("into", host)),
                new Event(RequestMove.SPLIT, true, "merge-undo", Map.of()),
                new Event(RequestMove.CALL_MEETING, true, "return", Map.of("item", "GA-01", "reason", "属公安职责")),
                new Event(RequestMove.OPEN_COORDINATION, true, "", Map.of()),
                new Event(RequestMove.KEEP_COORDINATION, true, "", Map.of()),
                new Event(RequestMove.SUPPORT, false, "support", Map.of()),
                new Event(RequestMove.COMMENT, false, "comments", Map.of("text", "今天又吵了")),
                new Event(RequestMove.AGREE, false, "rating", Map.of("solved", "YES", "stars", 5)),
                new Event(RequestMove.CONTEST, false, "rating", Map.of("solved", "NO", "stars", 1)));
    }

    @Test
    void whatTheTableAllowsWorksAndNothingElseChangesAnything() {
        Map<String, People.Person> who = new LinkedHashMap<>();
        PEOPLE.forEach((kind, number) -> who.put(kind, number == null ? people.resident() : people.staff(number)));
        People.Person reporter = Objects.requireNonNull(who.get("reporter"));
        String host = RequestJourney.submitted(reporter);
        List<Event> events = events(host);
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        int allowed = 0;
        for (RequestStage stage : RequestStage.values()) {
            for (Event event : events) {
                String id = prepared(who, stage, event.move(), host);
                for (Map.Entry<String, People.Person> person : who.entrySet()) {
                    if (isAnotherMove(person.getKey(), event)) {
                        continue;
                    }
                    boolean legal = event.move().isPossibleFrom(stage) && isParty(person.getKey(), event);
                    String before = standing(id);
                    Http.Answer answer = call(event, person.getValue(), id);
                    String cell = stage + " × " + event.move() + " × " + person.getKey();
                    cells++;
                    if (legal) {
                        allowed++;
                        RequestStage now = stageOf(id);
                        if (answer.status() != event.done()
                                || now != event.move().leadsFrom(stage)) {
                            wrong.add(cell + ": legal, got " + answer.status() + " " + now + " " + answer.text());
                        }
                        id = prepared(who, stage, event.move(), host);
                    } else if (!List.of(403, 404, 409).contains(answer.status())) {
                        wrong.add(cell + ": refused should be, got " + answer.status() + " " + answer.text());
                    } else if (!standing(id).equals(before)) {
                        wrong.add(cell + ": refused, and yet changed");
                    }
                }
            }
        }
        System.out.printf(
                "COUNT moves walked over HTTP: %d cells (%d stages × %d events × %d people), %d legal, %d wrong%n",
                cells, RequestStage.values().length, events.size(), who.size(), allowed, wrong.size());
        assertThat(wrong).isEmpty();
        Set<RequestMove> walked = EnumSet.copyOf(BY_TIMERS);
        events.forEach(event -> walked.add(event.move()));
        assertThat(walked).as("every line of the table is walked").containsExactlyInAnyOrder(RequestMove.values());
    }

    private static final Set<RequestMove> BY_TIMERS =
            EnumSet.of(RequestMove.OVERDUE, RequestMove.WAITING_LAPSED, RequestMove.CLOSE_UNRATED);

    /** What nobody calls: each timer at each stage, whatever the clock says. */
    @Test
    void timersMoveWhatTheTableAllowsAndNothingElse() {
        Map<String, People.Person> who = Map.of("reporter", people.resident(), "neighbour", people.resident());
        String host = RequestJourney.submitted(Objects.requireNonNull(who.get("reporter")));
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (RequestStage stage : RequestStage.values()) {
            for (RequestMove move : BY_TIMERS) {
                String id = prepared(who, stage, move, host);
                isDue(id, move);
                String before = standing(id);
                timer.run();
                timer.lapse();
                aftercare.run();
                boolean legal = move.isPossibleFrom(stage);
                RequestStage now = stageOf(id);
                cells++;
                if (legal && now != move.leadsFrom(stage)) {
                    wrong.add(stage + " × " + move + ": is now " + now);
                } else if (!legal && !standing(id).equals(before)) {
                    wrong.add(stage + " × " + move + ": changed to " + now);
                }
            }
        }
        System.out.printf("COUNT moves by timers: %d cells, %d wrong%n", cells, wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** As if the time of that move, and of no other, had come. */
    private void isDue(String id, RequestMove move) {
        String due =
                switch (move) {
                    case OVERDUE ->
                        "UPDATE request SET escalates_at = DATE_SUB(submitted_at, INTERVAL 1 DAY) WHERE id = ?";
                    case WAITING_LAPSED ->
                        "UPDATE request_ask SET lapses_at = '2026-01-01 00:00:00' WHERE request_id = ?";
                    default ->
                        "UPDATE request SET answered_at = DATE_SUB(submitted_at, INTERVAL 15 DAY)"
                                + " WHERE id = ? AND answered_at IS NOT NULL";
                };
        transactions.executeWithoutResult(transaction -> {
            if (move == RequestMove.WAITING_LAPSED && kindOfAsk(stageOf(id)) == null) {
                ask(id, "QUESTION", null);
            }
            sql.update(due, id);
        });
    }

    /** What a reporter says of an answer is a move of its own; who only follows makes these. */
    private static boolean isAnotherMove(String kind, Event event) {
        boolean follower = event.move() == RequestMove.AGREE || event.move() == RequestMove.CONTEST;
        return follower && kind.equals("reporter");
    }

    /** The colour the walked request has: moves that need a level below or the district start there. */
    private static String colourFor(RequestMove move) {
        return switch (move) {
            case OFFER_DOWN, CONSENT_DOWN, DECLINE_DOWN -> "YELLOW";
            case DISTRICT_ANSWER -> "RED";
            default -> "GREEN";
        };
    }

    private static boolean isParty(String kind, Event event) {
        String colour = colourFor(event.move());
        return switch (event.move().party()) {
            case REPORTER -> kind.equals("reporter");
            case HOLDER -> kind.equals("holder");
            case TAKER ->
                List.of("holder", "lead", "community", "street", "district").contains(kind);
            case LEAD -> List.of("lead", "community", "street", "district").contains(kind);
            case ABOVE -> List.of("community", "street", "district").contains(kind);
            case BELOW -> colour.equals("YELLOW") && List.of("holder", "lead").contains(kind);
            case STREET -> List.of("street", "district").contains(kind);
            case RESIDENT -> event.move() == RequestMove.SUPPORT ? !kind.equals("reporter") : kind.equals("neighbour");
            case SYSTEM -> false;
        };
    }

    /** Two at once, for each event two people may cause or one may cause twice: one wins, the other is told where it stands and who did it. */
    @Test
    void ofTwoAtOnceOneWins() throws InterruptedException {
        People.Person reporter = people.resident();
        Map<String, People.Person> residents = Map.of("reporter", reporter, "neighbour", people.resident());
        String host = RequestJourney.submitted(reporter);
        Map<String, People.Person> staff = new LinkedHashMap<>();
        PEOPLE.forEach((kind, number) -> {
            if (number != null) {
                staff.put(kind, people.staff(number));
            }
        });
        ExecutorService both = Executors.newFixedThreadPool(2);
        int races = 0;
        try {
            for (Event event : events(host)) {
                for (RequestStage stage : RequestStage.values()) {
                    if (!event.move().isPossibleFrom(stage) || NOT_A_RACE.contains(event.move())) {
                        continue;
                    }
                    List<People.Person> callers = event.byStaff()
                            ? staff.entrySet().stream()
                                    .filter(entry -> isParty(entry.getKey(), event))
                                    .map(Map.Entry::getValue)
                                    .toList()
                            : List.of(reporter);
                    String id = prepared(residents, stage, event.move(), host);
                    List<Http.Answer> answers =
                            atOnce(both, event, id, callers.get(0), callers.get(callers.size() - 1));
                    assertThat(answers.stream().map(Http.Answer::status))
                            .as("%s from %s", event.move(), stage)
                            .containsExactlyInAnyOrder(event.done(), 409);
                    Http.Answer lost = answers.get(0).status() == 409 ? answers.get(0) : answers.get(1);
                    if (lost.at("/type").endsWith("already-moved")) {
                        assertThat(lost.at("/requestStatus")).isNotEmpty();
                        assertThat(lost.at("/detail")).contains("最近一步由");
                    }
                    races++;
                }
            }
        } finally {
            both.shutdown();
            assertThat(both.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        System.out.printf("COUNT races: %d moves by two at once, one winner each%n", races);
    }

    private List<Http.Answer> atOnce(
            ExecutorService both, Event event, String id, People.Person one, People.Person other) {
        CyclicBarrier start = new CyclicBarrier(2);
        return List.of(one, other).stream()
                .map(person -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
                                throw new IllegalStateException(e);
                            }
                            return call(event, person, id);
                        },
                        both))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /**
     * A request that stands at a stage, held by HL001. What was asked to come there is in its place, and what the move rests on: the request it was
     * merged into, a first return, an open table, a follower.
     */
    private String prepared(Map<String, People.Person> who, RequestStage stage, RequestMove move, String host) {
        String id = RequestJourney.submitted(Objects.requireNonNull(who.get("reporter")));
        String holder = staffId("HL001");
        transactions.executeWithoutResult(transaction -> {
            sql.update(
                    "UPDATE request SET status = ?, sub_state = ?, colour = ?, holder_staff_id = ?, holder_unit_id = NULL,"
                            + " escalates_at = NULL, due_at = DATE_ADD(submitted_at, INTERVAL 30 DAY),"
                            + " answered_at = CASE WHEN status IN ('ANSWERED', 'EVALUATED') THEN submitted_at END, version = version + 1 WHERE id = ?",
                    stage.status().name(),
                    stage.subState() == null ? null : stage.subState().name(),
                    colourFor(move),
                    holder,
                    id);
            String kind = kindOfAsk(stage);
            if (kind != null) {
                ask(id, kind, null);
            }
            if (move == RequestMove.CALL_MEETING) {
                ask(id, "RETURN", "DENIED");
            }
            if (move == RequestMove.SPLIT && stage == RequestStage.MERGED) {
                sql.update("INSERT INTO request_outcome (request_id, merged_into) VALUES (?, ?)", id, host);
            }
            if (move == RequestMove.KEEP_COORDINATION) {
                sql.update(
                        "INSERT INTO request_coordination (request_id, colour, opened_by_staff_id, purpose, with_resident,"
                                + " opened_at, version) VALUES (?, 'GREEN', ?, 'x', FALSE, UTC_TIMESTAMP(6), 1)",
                        id,
                        holder);
            }
            if (move == RequestMove.AGREE || move == RequestMove.CONTEST) {
                sql.update(
                        "INSERT INTO request_follower (request_id, resident_id, since) VALUES (?, ?, UTC_TIMESTAMP(6))",
                        id,
                        Objects.requireNonNull(who.get("neighbour")).residentId());
            }
        });
        return id;
    }

    private void ask(String id, String kind, @Nullable String outcome) {
        sql.update(
                "INSERT INTO request_ask (request_id, kind, staff_id, words, working_hours, asked_at, outcome, settled_at)"
                        + " VALUES (?, ?, ?, 'x', 7, UTC_TIMESTAMP(6), ?, CASE WHEN ? IS NULL THEN NULL ELSE UTC_TIMESTAMP(6) END)",
                id,
                kind,
                staffId("HL001"),
                outcome,
                outcome);
    }

    private long tableOf(String id) {
        return Objects.requireNonNull(
                sql.queryForObject("SELECT MAX(id) FROM request_coordination WHERE request_id = ?", Long.class, id));
    }

    private static @Nullable String kindOfAsk(RequestStage stage) {
        RequestSubState waits = stage.subState();
        if (waits == null) {
            return null;
        }
        return switch (waits) {
            case WAITING_RESIDENT -> "QUESTION";
            case RETURN_ASKED, JOINT_MEETING -> "RETURN";
            case EXTENSION_ASKED -> "EXTENSION";
            case DOWN_OFFERED -> "MOVE_DOWN";
        };
    }

    private RequestStage stageOf(String id) {
        Map<String, Object> row = sql.queryForMap("SELECT status, sub_state FROM request WHERE id = ?", id);
        Object waits = row.get("sub_state");
        return RequestStage.of(
                RequestStatus.valueOf(String.valueOf(row.get("status"))),
                waits == null ? null : RequestSubState.valueOf(waits.toString()));
    }

    /** Row, timeline and what people are told, as one text. That somebody could not be reached is found out later, by the courier. */
    private String standing(String id) {
        return sql.queryForMap("SELECT * FROM request WHERE id = ?", id).toString()
                + sql.queryForList("SELECT id, kind, words FROM request_entry WHERE request_id = ? ORDER BY id", id)
                + sql.queryForList("SELECT id, kind, outcome FROM request_ask WHERE request_id = ? ORDER BY id", id)
                + sql.queryForList("SELECT resident_id FROM request_follower WHERE request_id = ? ORDER BY id", id)
                + sql.queryForList("SELECT merged_into FROM request_outcome WHERE request_id = ?", id)
                + sql.queryForList(
                        "SELECT c.id, n.id AS note FROM request_coordination c LEFT JOIN request_coordination_note n"
                                + " ON n.coordination_id = c.id WHERE c.request_id = ? ORDER BY c.id, n.id",
                        id)
                + sql.queryForList(
                        "SELECT id, scene FROM message WHERE subject_kind = 'REQUEST' AND subject_id = ?"
                                + " AND scene <> 'PERSON_NOT_TOLD' ORDER BY id",
                        id);
    }

    private String staffId(String number) {
        return String.valueOf(sql.queryForObject("SELECT id FROM staff_member WHERE number = ?", Long.class, number));
    }
}
