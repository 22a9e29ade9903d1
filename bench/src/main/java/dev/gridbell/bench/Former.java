package dev.gridbell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an installation that is no more.
 *
 * @param said      what it said to whom: template, matter, person
 * @param sends     entries of the ledger so far
 * @param lostToken of a session that was opened after the backup
 */
record Former(Set<String> said, int sends, String lostToken) {

    /** Lets the load go on, says everything that waits to be said, and ends: server, database and Redis. */
    static Former end(Stage stage, RestoreLoad load, Duration after) throws Exception {
        TimeUnit.NANOSECONDS.sleep(after.toNanos());
        String token = signIn(stage, 900_001);
        load.end();
        System.out.printf("load over, %d acknowledged since the backup began%n", load.after());
        stage.messages().waitUntilSettled(Duration.ofMinutes(5));
        List<Ledger.Send> sends =
                stage.ledger().readToTheEnd(Duration.ofSeconds(60)).sends();
        Set<String> said = new HashSet<>();
        sends.forEach(send -> said.add(key(send)));
        stage.node(0).close();
        stage.messages().close();
        stage.installation().servers().killDatabase();
        stage.installation().servers().killRedis();
        System.out.printf("the former installation is gone, it said %d things%n", sends.size());
        return new Former(said, sends.size(), token);
    }

    /** Requests and visits have numbers of their own for ever: the same template about the same one to the same person is the same message. */
    private static String key(Ledger.Send send) {
        return send.templateId() + " " + send.number() + " " + send.person();
    }

    /** How many of these the former installation had said. */
    long saidAgain(List<Ledger.Send> sends) {
        return sends.stream().filter(send -> said.contains(key(send))).count();
    }

    /** How many of these are about a matter whose number the former installation had told to somebody. */
    long numbersAgain(List<Ledger.Send> sends, Set<String> known) {
        Set<String> numbers = new HashSet<>();
        said.forEach(key -> numbers.add(key.split(" ", -1)[1]));
        return sends.stream()
                .map(Ledger.Send::number)
                .filter(number -> numbers.contains(number) && !known.contains(number))
                .distinct()
                .count();
    }

    /** @return the token of somebody new */
    static String signIn(Stage stage, int number) throws IOException, InterruptedException {
        JsonNode person = stage.sandbox().person("恢复" + number, String.format("136%08d", number));
        String code = stage.sandbox()
                .phone(person.path("id").asString(""), "login-code", Map.of())
                .at("/code");
        return new Http(stage.installation().base())
                .call("POST", "/api/signin/wechat", null, null, Map.of("code", code))
                .expect(200)
                .at("/token");
    }
}
