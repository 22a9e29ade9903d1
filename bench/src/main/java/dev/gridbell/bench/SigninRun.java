package dev.gridbell.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many residents sign in for the first time at the same moment and bind their phones at the same moment, round after round; then each newcomer signs in from several
 * phones at once. Nothing may deadlock, nobody be refused or become two people.
 */
final class SigninRun {

    private static final int PHONES = 4;

    private final int rounds;
    private final int atOnce;

    SigninRun(Options options) {
        this.rounds = options.number("rounds", 50);
        this.atOnce = options.number("at-once", 16);
    }

    boolean run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try (Installation installation = Installation.prepare(Map.of()).startAll();
                MessageTable database = new MessageTable(installation)) {
            long deadlocks = deadlocks(database);
            long people = database.number("SELECT COUNT(*) FROM resident");
            Map<Integer, Integer> statuses = new TreeMap<>();
            Newcomers crowd = new Newcomers(installation, threads);
            for (int round = 0; round < rounds; round++) {
                crowd.signInAndBind(round, atOnce, statuses);
                crowd.onePersonOnManyPhones(round, statuses);
                if (round % 10 == 9) {
                    System.out.printf("  … round %d of %d, answers %s%n", round + 1, rounds, statuses);
                }
            }
            long newDeadlocks = deadlocks(database) - deadlocks;
            int wanted = rounds * (atOnce + 1);
            long made = database.number("SELECT COUNT(*) FROM resident") - people;
            int failed = statuses.entrySet().stream()
                    .filter(status -> status.getKey() != 200)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            boolean held = newDeadlocks == 0 && failed == 0 && made == wanted;
            System.out.printf(
                    "signins: %d rounds of %d different residents at once, each signed in and bound a phone, and one on %d phones at once:"
                            + " %d deadlocks, %d answers other than 200 (%s), %d people for %d: %s%n",
                    rounds, atOnce, PHONES, newDeadlocks, failed, statuses, made, wanted, held ? "PASS" : "FAIL");
            return held;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Since the database started; MariaDB counts them, elsewhere the last one shows. */
    private static long deadlocks(MessageTable database) throws SQLException {
        return database.number("SELECT variable_value FROM information_schema.global_status WHERE variable_name ="
                + " 'INNODB_DEADLOCKS'");
    }

    /** People who exist at WeChat and never were here. */
    private record Newcomers(Installation installation, ExecutorService threads) {

        private record Phone(String person, String code) {}

        void signInAndBind(int round, int atOnce, Map<Integer, Integer> statuses) throws Exception {
            SandboxControls sandbox = new SandboxControls(installation);
            List<Phone> phones = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                phones.add(newcomer(sandbox, round * 100 + i));
            }
            List<Http.Answer> sessions =
                    atOnce(atOnce, i -> signIn(phones.get(i).code()));
            count(sessions, statuses);
            List<String> codes = new ArrayList<>();
            for (Phone phone : phones) {
                codes.add(sandbox.phone(phone.person(), "phone-code", Map.of()).at("/code"));
            }
            count(
                    atOnce(atOnce, i -> new Http(installation.base())
                            .call(
                                    "POST",
                                    "/api/resident/phone",
                                    sessions.get(i).at("/token"),
                                    null,
                                    Map.of("code", codes.get(i)))),
                    statuses);
        }

        void onePersonOnManyPhones(int round, Map<Integer, Integer> statuses) throws Exception {
            SandboxControls sandbox = new SandboxControls(installation);
            Phone first = newcomer(sandbox, round * 100 + 99);
            List<String> codes = new ArrayList<>(List.of(first.code()));
            while (codes.size() < PHONES) {
                codes.add(sandbox.phone(first.person(), "login-code", Map.of()).at("/code"));
            }
            count(atOnce(PHONES, i -> signIn(codes.get(i))), statuses);
        }

        private Phone newcomer(SandboxControls sandbox, int number) throws IOException, InterruptedException {
            String id = sandbox.person("新来" + number, String.format("135%08d", number))
                    .path("id")
                    .asString("");
            return new Phone(id, sandbox.phone(id, "login-code", Map.of()).at("/code"));
        }

        private Http.Answer signIn(String code) throws IOException, InterruptedException {
            return new Http(installation.base()).call("POST", "/api/signin/wechat", null, null, Map.of("code", code));
        }

        private static void count(List<Http.Answer> answers, Map<Integer, Integer> statuses) {
            answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
        }

        /** All wait for the last and then begin together. */
        private List<Http.Answer> atOnce(int count, Street.Numbered<Http.Answer> call) throws Exception {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<Http.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> {
                    meet(start);
                    return call.of(number);
                });
            }
            List<Http.Answer> answers = new ArrayList<>();
            for (Future<Http.Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }

        private static void meet(CyclicBarrier start) throws InterruptedException, BrokenBarrierException {
            start.await();
        }
    }
}
