package dev.gridbell.firstrun.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with a phone: WeChat on it is the sandbox's, the mini-program on it talks to the server. */
final class Person {

    private final Stage stage;
    private final String name;
    private final String phone;
    private final String sandboxId;
    private @Nullable String token;

    private Person(Stage stage, String name, String phone, String sandboxId) {
        this.stage = stage;
        this.name = name;
        this.phone = phone;
        this.sandboxId = sandboxId;
    }

    /**
     * A new person in the sandbox.
     *
     * @param name as the listener shows them
     * @param phone 11 digits
     */
    static Person appear(Stage stage, String name, String phone) {
        Http.Order order =
                new Http.Order(name, "POST", "/sandbox/people", Map.of("nickname", name, "phone", phone), null, null);
        Person person = new Person(
                stage, name, phone, stage.sandbox().ask(order).expect(201).text("id"));
        stage.listener().phone(name, person.sandboxId);
        return person;
    }

    /**
     * Somebody who works for the street, signed in and following the official account.
     *
     * @param as what stands before the name
     */
    static Person onDuty(Stage stage, String as, StreetDirectory.Member member) {
        Person person = appear(stage, as + member.name(), member.phone());
        person.takeUpDuty();
        return person;
    }

    /** Binds the staff account by the phone it is listed with. */
    void takeUpDuty() {
        step("关注公众号，用工作手机登录，绑定工作人员账号");
        inWechat("follow", Map.of());
        signIn();
        bindPhone().expect(200);
        Answer again = signIn();
        stage.holds("已绑定工作人员 " + again.text("staff", "name") + "，角色 " + again.at("staff", "roles"));
    }

    String name() {
        return name;
    }

    String phone() {
        return phone;
    }

    void step(String what) {
        stage.listener().step(name, what);
    }

    /** {@code wx.login} and its code given to the server; from here on calls carry the token. */
    Answer signIn() {
        Answer answer = call("POST", "/api/signin/wechat", Map.of("code", code("login-code")), null)
                .expect(200);
        token = answer.text("token");
        return answer;
    }

    /** The phone button of the mini-program. */
    Answer bindPhone() {
        return post("/api/resident/phone", Map.of("code", code("phone-code")));
    }

    Answer get(String path) {
        return call("GET", path, null, null);
    }

    Answer post(String path, Object body) {
        return call("POST", path, body, UUID.randomUUID().toString());
    }

    Answer put(String path, Object body) {
        return call("PUT", path, body, null);
    }

    /** Two taps on one button: the same call with the same key, both at once. */
    Answer[] doubleTap(String path, Object body) {
        return stage.server()
                .twice(new Http.Order(
                        name, "POST", path, body, token, UUID.randomUUID().toString()));
    }

    Answer uploadPhoto(byte[] jpeg) {
        return stage.server().upload(name, "/api/resident/photos", tokenNow(), jpeg);
    }

    /** Looks at a path again and again until the answer is as wanted; shows the last look. */
    Answer await(String what, String path, Predicate<Answer> wanted) {
        Http.Order order = new Http.Order(name, "GET", path, null, token, null);
        Waiting.until(what, () -> Optional.of(stage.server().ask(order))
                .filter(seen -> seen.status() == 200 && wanted.test(seen)));
        return get(path);
    }

    /** Something done in WeChat itself, not in the mini-program. */
    Answer inWechat(String action, Map<String, ?> body) {
        return stage.sandbox()
                .call(new Http.Order(name, "POST", "/sandbox/people/" + sandboxId + "/" + action, body, null, null))
                .expect(200);
    }

    /** What the phone shows, oldest first. */
    List<JsonNode> messages() {
        Http.Order order = new Http.Order(name, "GET", "/sandbox/people/" + sandboxId + "/messages", null, null, null);
        return stage.sandbox().ask(order).expect(200).items().toList();
    }

    /**
     * Waits until the phone shows a message that the person has not been told of before.
     *
     * @param channel TEMPLATE, SUBSCRIBE or CHAT
     * @param seen how many messages were there before
     * @param words all of which stand in it
     */
    JsonNode awaitMessage(String what, String channel, int seen, String... words) {
        JsonNode message = Waiting.until(what + "（" + name + "）", () -> messages().stream()
                .skip(seen)
                .filter(shown -> shown.path("channel").asString("").equals(channel))
                .filter(shown -> Stream.of(words).allMatch(shown.toString()::contains))
                .findFirst());
        stage.holds(name + "的手机收到：" + cardOf(message));
        return message;
    }

    private static String cardOf(JsonNode message) {
        if (message.path("channel").asString("").equals("CHAT")) {
            return "“" + message.path("text").asString("") + "”";
        }
        StringBuilder card = new StringBuilder(message.path("title").asString(""));
        message.path("fields").forEach(field -> card.append("｜")
                .append(field.path("label").asString(""))
                .append(" ")
                .append(field.path("value").asString("")));
        return card.toString();
    }

    private Answer call(String method, String path, @Nullable Object body, @Nullable String key) {
        return stage.server().call(new Http.Order(name, method, path, body, token, key));
    }

    private String code(String kind) {
        Http.Order order =
                new Http.Order(name, "POST", "/sandbox/people/" + sandboxId + "/" + kind, Map.of(), null, null);
        return stage.sandbox().ask(order).expect(201).text("code");
    }

    private String tokenNow() {
        if (token == null) {
            throw new IllegalStateException(name + " has not signed in");
        }
        return token;
    }
}
