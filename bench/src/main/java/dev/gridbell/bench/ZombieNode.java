package dev.gridbell.bench;

import dev.gridbell.bench.FallingDue.Deed;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * ZOMBIE. Of two servers one is stopped in its tracks ({@code SIGSTOP}) with messages in its hands and timers falling due, for longer than its leases
 * and heartbeats last; the other takes over. Then it goes on as if no time had passed: nothing may be done twice.
 */
final class ZombieNode implements Scenario {

    private static final int RESIDENTS = 60;
    private static final int FOLLOWING = 45;
    private static final int CONSENTS = 10;
    private static final Duration WECHAT_TAKES = Duration.ofMillis(300);
    /** Many times what a call to WeChat takes here, and less than a lease. */
    private static final Duration OTHERS_ENDED = Duration.ofSeconds(3);

    private static final Duration SETTLE = Duration.ofSeconds(5);
    /** What the frozen node has locked is free again by then: the database ends transactions in which nothing happens. */
    private static final Duration FREE_AFTER = Duration.ofSeconds(20);

    private static final Deed[] DEEDS = {
        Deed.ESCALATE,
        Deed.LAPSE_QUESTION,
        Deed.CLOSE_UNRATED,
        Deed.FOLLOW_UP,
        Deed.REMIND_OF_ANSWER,
        Deed.PASS_UP,
        Deed.EXPIRE
    };

    @Override
    public String bar() {
        return "ZOMBIE";
    }

    @Override
    public String title() {
        return "a node frozen past its leases";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int messages = size.number("messages", 60, 600);
        int timers = size.number("timers", 14, 140);
        Duration frozen = size.duration("frozen", Duration.ofSeconds(9), Duration.ofSeconds(120));
        try (Stage stage = Stage.open(plan(size), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, FOLLOWING, 6);
            Street.inParallel(RESIDENTS - FOLLOWING, i -> {
                street.consent(street.resident(FOLLOWING + i), Street.RECEIVED, CONSENTS);
                return true;
            });
            try (FallingDue due = new FallingDue(stage.installation(), street)) {
                due.make(timers, DEEDS);
                stage.messages().waitUntilSettled(Duration.ofMinutes(2));
                return freeze(stage, street, due, messages, timers, frozen);
            }
        }
    }

    private static Blueprint plan(Size size) {
        Blueprint plan = Blueprint.of(2)
                .wired()
                .with("gridbell.visit.capacity", "8")
                .with("gridbell.request.timer-every", "1s")
                .with("gridbell.request.after-every", "1s")
                .with("gridbell.visit.terms.silence-every", "1s")
                .with("db-scheduler.polling-interval", "500ms");
        return size.full()
                ? plan
                : plan.with("gridbell.message.courier.lease", "5s")
                        .with("gridbell.message.courier.longest-call", "2s")
                        .with("db-scheduler.heartbeat-interval", "1s")
                        .with("db-scheduler.missed-heartbeats-limit", "4");
    }

    private static Outcome freeze(Stage stage, Street street, FallingDue due, int messages, int timers, Duration frozen)
            throws Exception {
        stage.installation().wechatWire().slow(WECHAT_TAKES);
        Tries tries = new Tries();
        ExecutorService client = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> submitting = client.submit(() -> street.submit(messages));
            due.set(0, timers, Instant.now().plusMillis(1_500));
            TimeUnit.MILLISECONDS.sleep(1_700);
            long start = System.nanoTime();
            stage.node(0).pause();
            Map<Long, Long> inHands = fences(stage);
            System.out.printf(
                    "  node 1 frozen; %d messages in the hands of both, %s%n",
                    inHands.size(), stage.messages().byStatus());
            submitTo(stage.node(1), street, tries, start + OTHERS_ENDED.toNanos());
            // The other's calls have ended by now: what is still where it was is in the frozen hands.
            inHands.entrySet().retainAll(fences(stage).entrySet());
            submitTo(stage.node(1), street, tries, start + frozen.toNanos());
            Map<Long, Long> stillThere = fences(stage);
            stillThere.entrySet().retainAll(inHands.entrySet());
            int takenOver = inHands.size() - stillThere.size();
            FallingDue.Findings meanwhile = due.look();
            stage.node(0).resume();
            System.out.printf(
                    "  node 1 goes on; meanwhile %d messages and %d of %d timers were seen to by the other%n",
                    takenOver, meanwhile.done(), timers);
            int submitted = submitting.get(5, TimeUnit.MINUTES);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            stage.installation().wechatWire().mode(Wire.Mode.PASS);
            stage.messages().waitUntilSettled(Duration.ofMinutes(3));
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            stage.ledger().readToTheEnd(Duration.ofMinutes(1));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            Tries.View late = tries.sentBetween(start + FREE_AFTER.toNanos(), System.nanoTime());
            FallingDue.Findings timed = due.look();
            boolean held = found.clean()
                    && timed.done() == timers
                    && timed.lost() + timed.twice() + timed.half() == 0
                    && takenOver > 0
                    && late.trouble() == 0
                    && (frozen.compareTo(FREE_AFTER) <= 0 || late.good() > 0);
            return new Outcome(
                    held,
                    String.format(
                            "one of two nodes frozen for %d s with %d messages in its hands: %d of them taken over, %d of %d timers seen to by the"
                                    + " other; %d submissions to both (%d acknowledged) and %d to the other alone (answers by status %s, p95 %d"
                                    + " ms, %d in trouble after %d s); when it went on: timers %d done once, %d lost, %d twice, %d half done; %s",
                            frozen.toSeconds(),
                            inHands.size(),
                            takenOver,
                            meanwhile.done(),
                            timers,
                            messages,
                            submitted,
                            tries.all().count(),
                            tries.all().statuses(),
                            tries.all().percentile(0.95).toMillis(),
                            late.trouble(),
                            FREE_AFTER.toSeconds(),
                            timed.done(),
                            timed.lost(),
                            timed.twice(),
                            timed.half(),
                            found.line()));
        } finally {
            client.shutdownNow();
        }
    }

    /** Of the messages that somebody is sending. */
    private static Map<Long, Long> fences(Stage stage) throws SQLException {
        Map<Long, Long> fences = new HashMap<>();
        try (Statement select = stage.messages().database().createStatement();
                ResultSet row = select.executeQuery("SELECT id, fence FROM message WHERE status = 'SENDING'")) {
            while (row.next()) {
                fences.put(row.getLong(1), row.getLong(2));
            }
        }
        return fences;
    }

    private static void submitTo(ServerNode node, Street street, Tries tries, long until) throws InterruptedException {
        while (System.nanoTime() < until) {
            submitTo(node, street, tries);
            TimeUnit.MILLISECONDS.sleep(60);
        }
    }

    private static void submitTo(ServerNode node, Street street, Tries tries) throws InterruptedException {
        long sent = System.nanoTime();
        Street.Person person = street.resident(tries.all().count());
        Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。");
        int status;
        try {
            status = new Http(node.base())
                    .call(
                            "POST",
                            "/api/resident/requests",
                            person.token(),
                            UUID.randomUUID().toString(),
                            body)
                    .status();
        } catch (IOException noAnswer) {
            status = 0;
        }
        tries.add(Tries.Kind.SUBMIT, sent, status);
    }
}
