package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A made-up person's data is searched for in everything the server writes, with all loggers at DEBUG that the settings do not hold back. */
@GridbellTest
class NothingPersonalIsLoggedTest {

    private static final String WORDS = "楼道里堆了三辆紫色旧童车";
    /** The sandbox and the test's own client run in this process too. */
    private static final List<String> NOT_THE_SERVER =
            List.of("org.eclipse.jetty", "io.javalin", "dev.gridbell.sandbox", "jdk.internal.httpclient");

    private static final String DOOR = "90173室";

    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (NOT_THE_SERVER.stream().anyMatch(event.getLoggerName()::startsWith)) {
                return;
            }
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            output.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + trace);
        }
    };

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @BeforeEach
    void listen() {
        ear.start();
        root.addAppender(ear);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(before);
        root.detachAppender(ear);
    }

    @Test
    void nothingOfAPersonStandsInLogsOrMetrics() {
        People.Person person = people.newcomer();
        List<String> secrets = secretsOf(person);
        person.bindPhone();
        person.http()
                .put(
                        "/api/resident/household",
                        Map.of("address", "铃音巷1号", "building", "1号楼", "unit", "1单元", "room", DOOR))
                .expect(200);
        person.http()
                .with("Idempotency-Key", "private-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", WORDS))
                .expect(201);
        person.phone("follow", null);
        person.phone("say", Map.of("text", WORDS));
        badInput(person);
        staffLook(person);
        person.http().get("/api/resident/disclosures").expect(200);
        assertThat(person.http().get("/api/resident/export").expect(200).text()).contains(person.phone(), WORDS);
        person.http().post("/api/resident/erasure", null).expect(202);
        String metrics = people.server()
                .bearer("operator-test-token")
                .get("/actuator/prometheus")
                .expect(200)
                .text();

        assertThat(output).as("log lines heard").isNotEmpty();
        for (String secret : secrets) {
            assertThat(output.stream()
                            .filter(line -> line.contains(secret))
                            .limit(3)
                            .toList())
                    .as("log lines that hold a person's " + kindOf(secret, secrets))
                    .isEmpty();
            assertThat(metrics).doesNotContain(secret);
        }
        System.out.printf(
                "nothing personal: %d log lines at DEBUG, %d secrets, 0 hits%n", output.size(), secrets.size());
    }

    @Test
    void aPlantedLeakIsHeard() {
        LoggerFactory.getLogger("cn.gridbell.planted").debug("phone {}", "13800138000");
        assertThat(output).anyMatch(line -> line.contains("13800138000"));
    }

    /** Phones and doors leave in answers, with a purpose that quotes what it should not. */
    private void staffLook(People.Person person) {
        Http member = people.staff("HL001").http();
        String request = person.http().get("/api/resident/requests").at("/items/0/id");
        Map<String, String> why = Map.of("reason", "OTHER", "purpose", WORDS);
        assertThat(member.post("/api/staff/requests/" + request + "/reporter-reveal", why)
                        .expect(200)
                        .text())
                .contains(person.phone());
        member.post("/api/staff/requests/" + request + "/reporter-reveal", Map.of("reason", WORDS, "purpose", WORDS))
                .expect(400);
        member.post("/api/staff/messages/999999999/phone-reveal", why).expect(404);
        String visit = person.http()
                .with("Idempotency-Key", "private-" + System.nanoTime())
                .post(
                        "/api/resident/visits",
                        Map.of(
                                "start",
                                person.http()
                                        .get("/api/resident/visit-openings")
                                        .expect(200)
                                        .at("/items/0/start"),
                                "purpose",
                                "OTHER",
                                "note",
                                WORDS))
                .expect(201)
                .at("/id");
        member.post("/api/staff/visits/" + visit + "/departure", Map.of("minutes", WORDS))
                .expect(400);
        assertThat(member.post("/api/staff/visits/" + visit + "/door-reveal", why)
                        .expect(200)
                        .text())
                .contains(DOOR);
    }

    /** Refused input is where exceptions like to quote what was typed. */
    private static void badInput(People.Person person) {
        var http = person.http();
        for (String body : List.of(
                "{\"category\":\"" + WORDS + "\",\"description\":",
                "{\"category\":\"GARBAGE\",\"description\":{\"" + WORDS + "\":1}}",
                "{\"category\":\"" + WORDS + "\",\"description\":\"" + WORDS + "\"}",
                "{\"category\":\"GARBAGE\",\"description\":\"" + WORDS.repeat(400) + "\"}")) {
            var answer = http.with("Idempotency-Key", "private-" + System.nanoTime())
                    .send("POST", "/api/resident/requests", body.getBytes(StandardCharsets.UTF_8), "application/json");
            assertThat(answer.status()).as(body).isBetween(400, 499);
        }
        http.get("/api/resident/requests/" + person.phone());
        http.get("/api/resident/requests?limit=" + person.phone());
        http.post("/api/resident/phone", Map.of("code", person.phone()));
    }

    private List<String> secretsOf(People.Person person) {
        var card = people.sandbox()
                .get("/sandbox/people/" + person.sandboxId())
                .expect(200)
                .json();
        List<String> secrets = new ArrayList<>(List.of(person.phone(), DOOR, WORDS, person.token()));
        for (String name : List.of("unionId", "miniProgramOpenId", "officialAccountOpenId", "nickname")) {
            String value = card.at("/" + name).asString("");
            assertThat(value).as(name).isNotEmpty();
            secrets.add(value);
        }
        return secrets;
    }

    private static String kindOf(String secret, List<String> secrets) {
        return List.of("phone", "door", "words", "token", "unionid", "openid", "openid", "nickname")
                .get(secrets.indexOf(secret));
    }
}
