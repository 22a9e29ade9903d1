package dev.gridbell.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;

/** Makes people with phones who sign in over HTTP, as residents of the demo street or as its staff. */
public final class People {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Environment environment;
    private final Http sandbox;

    People(Environment environment, URI sandbox) {
        this.environment = environment;
        this.sandbox = new Http(sandbox.toString());
    }

    /** The server under test, as nobody. */
    public Http server() {
        return new Http("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** The sandbox's controls. */
    public Http sandbox() {
        return sandbox;
    }

    void sandboxFollows(MutableClock clock) {
        sandbox.put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
    }

    /** Somebody with an own phone, signed in, nothing else given. */
    public Person newcomer() {
        int number = NUMBER.incrementAndGet();
        return signIn("测试" + number, String.format("138%08d", number));
    }

    /** Somebody who never opened the mini-program: a WeChat account and nothing else. */
    public Person passerBy() {
        int number = NUMBER.incrementAndGet();
        String phone = String.format("138%08d", number);
        String id = sandbox.post("/sandbox/people", Map.of("nickname", "路人" + number, "phone", phone))
                .expect(201)
                .at("/id");
        return new Person(this, id, "", "", phone);
    }

    /** A resident with phone and household in the first grid of the demo street (HL-01-01, member HL001). */
    public Person resident() {
        return residentAt(List.of("铃音巷1号", "1号楼", "1单元", "101"));
    }

    /** @param door address, building, unit, room as in {@code households.csv} */
    public Person residentAt(List<String> door) {
        Person person = newcomer();
        person.bindPhone();
        person.http()
                .put(
                        "/api/resident/household",
                        Map.of(
                                "address", door.get(0),
                                "building", door.get(1),
                                "unit", door.get(2),
                                "room", door.get(3)))
                .expect(200);
        return person;
    }

    /**
     * A staff member of the demo street, signed in and bound by phone.
     *
     * @param number for example {@code HL001}
     */
    public Person staff(String number) {
        Person person = signIn("员工" + number, phoneOfStaff(number));
        person.bindPhone();
        return person;
    }

    private Person signIn(String nickname, String phone) {
        Http.Answer made = sandbox.post("/sandbox/people", Map.of("nickname", nickname, "phone", phone))
                .expect(201);
        String id = made.at("/id");
        String code =
                sandbox.post("/sandbox/people/" + id + "/login-code", null).at("/code");
        Http.Answer session =
                server().post("/api/signin/wechat", Map.of("code", code)).expect(200);
        return new Person(this, id, session.at("/token"), session.at("/resident/id"), phone);
    }

    private static String phoneOfStaff(String number) {
        try (InputStream csv = Objects.requireNonNull(People.class.getResourceAsStream("/db/demo/staff.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(number + ","))
                    .map(line -> line.split(",", -1)[2])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A person with a phone and a session.
     *
     * @param sandboxId  who they are to the sandbox
     * @param residentId who they are to the server
     */
    public record Person(People people, String sandboxId, String token, String residentId, String phone) {

        /** The same person with a new session, after the last one ran out. */
        public Person signedInAgain() {
            String code = phone("login-code", null).at("/code");
            String session = people.server()
                    .post("/api/signin/wechat", Map.of("code", code))
                    .expect(200)
                    .at("/token");
            return new Person(people, sandboxId, session, residentId, phone);
        }

        /** Calls the server as this person. */
        public Http http() {
            return people.server().bearer(token);
        }

        /** What this person's phone does: {@code phone("follow", null)}, {@code phone("say", Map.of("text", "谢谢"))}. */
        public Http.Answer phone(String control, @org.jspecify.annotations.Nullable Object body) {
            return people.sandbox().post("/sandbox/people/" + sandboxId + "/" + control, body);
        }

        /** What this person's phone shows. */
        public Http.Answer screen() {
            return people.sandbox()
                    .get("/sandbox/people/" + sandboxId + "/messages")
                    .expect(200);
        }

        public Http.Answer bindPhone() {
            String code = phone("phone-code", null).at("/code");
            return http().post("/api/resident/phone", Map.of("code", code)).expect(200);
        }
    }
}
