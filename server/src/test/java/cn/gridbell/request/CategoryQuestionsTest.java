package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.detail;
import static cn.gridbell.request.RequestJourney.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a category asks before a request is submitted, and how the street changes it. */
@GridbellTest
class CategoryQuestionsTest {

    private static final String STAFF_PATH = "/api/staff/request-categories";
    private static final String ADMIN = "HL060";

    private final People people;
    private final JdbcTemplate sql;

    @Autowired
    CategoryQuestionsTest(People people, JdbcTemplate sql) {
        this.people = people;
        this.sql = sql;
    }

    @Test
    void theTreeShowsQuestionsNoticesAndWhatStops() {
        JsonNode tree = people.resident()
                .http()
                .get("/api/resident/request-categories")
                .expect(200)
                .json();
        JsonNode elevator = StreamSupport.stream(tree.at("/items").spliterator(), false)
                .flatMap(heading -> StreamSupport.stream(heading.at("/children").spliterator(), false))
                .filter(category -> category.at("/code").asString().equals("ELEVATOR"))
                .findFirst()
                .orElseThrow();

        assertThat(elevator.at("/questions/0/code").asString()).isEqualTo("trapped");
        assertThat(elevator.at("/questions/0/kind").asString()).isEqualTo("YES_NO");
        assertThat(elevator.at("/questions/0/required").asBoolean()).isTrue();
        assertThat(elevator.at("/questions/0/stopper/call").asString()).isEqualTo("119");
        assertThat(elevator.at("/notices/0").asString()).contains("119");
    }

    @Test
    void answersAreKeptAndShownToReporterAndStaff() {
        People.Person resident = people.resident();
        String id = submit(resident, asked("NOISE", Map.of("source", "装修", "when", "晚上十点以后")))
                .expect(201)
                .at("/id");

        JsonNode own = detail(resident, id).json().at("/answers");
        assertThat(own.size()).isEqualTo(2);
        assertThat(own.at("/0/question").asString()).isEqualTo("声音是哪里来的？");
        assertThat(own.at("/0/answer").asString()).isEqualTo("装修");
        assertThat(people.staff(RequestJourney.MEMBER)
                        .http()
                        .get("/api/staff/requests/" + id)
                        .expect(200)
                        .at("/answers/1/answer"))
                .isEqualTo("晚上十点以后");
    }

    @Test
    void anEmergencyIsRefusedAndSaysWhomToCall() {
        People.Person resident = people.resident();
        int before = requests();

        Http.Answer trapped =
                submit(resident, asked("ELEVATOR", Map.of("trapped", "YES"))).expect(422);

        assertThat(trapped.at("/type")).isEqualTo("urn:problem:request:emergency");
        assertThat(trapped.at("/call")).isEqualTo("119");
        assertThat(trapped.at("/detail")).contains("拨打119");
        assertThat(requests()).isEqualTo(before);
        submit(resident, asked("ELEVATOR", Map.of("trapped", "NO"))).expect(201);
    }

    /** Somebody who has to call 119 is not told of another field first. */
    @Test
    void anEmergencyComesBeforeAnyOtherMistake() {
        submit(people.resident(), asked("ELEVATOR", Map.of("trapped", "YES", "nonsense", "x")))
                .expect(422);
    }

    @Test
    void whatIsNoAnswerIsRefusedByItsField() {
        People.Person resident = people.resident();
        Map<Map<String, String>, String> bad = Map.of(
                Map.of(), "answers.trapped",
                Map.of("trapped", "MAYBE"), "answers.trapped",
                Map.of("trapped", " "), "answers.trapped",
                Map.of("trapped", "NO", "which", "长".repeat(201)), "answers[which]",
                Map.of("trapped", "NO", "other", "x"), "answers");
        bad.forEach((answers, field) -> {
            Http.Answer no = submit(resident, asked("ELEVATOR", answers)).expect(400);
            assertThat(no.at("/errors/0/field")).as(answers.toString()).startsWith(field.substring(0, 7));
            assertThat(no.at("/detail")).isNotBlank();
        });
        submit(resident, asked("ILLEGAL_STRUCTURE", Map.of("floors", "七楼"))).expect(400);
        submit(resident, asked("NOISE", Map.of("source", "火箭"))).expect(400);
        submit(resident, "{\"category\":\"ELEVATOR\",\"description\":\"坏了\",\"answers\":{\"trapped\":false}}")
                .expect(400);
        submit(resident, "{\"category\":\"ELEVATOR\",\"description\":\"坏了\",\"answers\":[]}")
                .expect(400);
    }

    @Test
    void withoutACategoryTheWordsDecideIfTheyAreClear() {
        People.Person resident = people.resident();

        String clear = submit(resident, Map.of("description", "楼道里有人飞线充电，给电瓶车充电"))
                .expect(201)
                .at("/id");
        String unclear =
                submit(resident, Map.of("description", "麻烦你们过来看一下")).expect(201).at("/id");

        assertThat(detail(resident, clear).at("/category/code")).isEqualTo("EBIKE_CHARGING");
        assertThat(detail(resident, clear).at("/status")).isEqualTo("ASSIGNED");
        assertThat(detail(resident, unclear).at("/category/code")).isEqualTo("OTHER");
        assertThat(detail(resident, unclear).at("/status")).isEqualTo("SUBMITTED");
    }

    @Test
    void anAdministratorChangesACategoryWhole() {
        People.Person admin = people.staff(ADMIN);
        JsonNode before = category(admin, "FITNESS_GEAR");
        Map<String, Object> body = body(before);
        body.put("name", "健身与游乐设施");
        body.put("likeMetres", 60);
        body.put("questions", List.of(question("broken", "CHOICE", List.of("滑梯", "秋千"))));
        body.put("notices", List.of("请不要使用损坏的器材。"));
        try {
            Http.Answer after =
                    admin.http().put(STAFF_PATH + "/FITNESS_GEAR", body).expect(200);

            assertThat(after.at("/name")).isEqualTo("健身与游乐设施");
            assertThat(after.json().at("/version").asInt())
                    .isEqualTo(before.at("/version").asInt() + 1);
            People.Person resident = people.resident();
            submit(resident, asked("FITNESS_GEAR", Map.of("broken", "跷跷板"))).expect(400);
            submit(resident, asked("FITNESS_GEAR", Map.of("broken", "滑梯"))).expect(201);
            assertThat(admin.http()
                            .put(STAFF_PATH + "/FITNESS_GEAR", body)
                            .expect(409)
                            .at("/detail"))
                    .contains("刷新");
        } finally {
            Map<String, Object> back = body(before);
            back.put("version", category(admin, "FITNESS_GEAR").at("/version").asInt());
            admin.http().put(STAFF_PATH + "/FITNESS_GEAR", back).expect(200);
        }
    }

    @Test
    void whatMakesNoCategoryIsRefused() {
        People.Person admin = people.staff(ADMIN);
        Map<String, Object> good = body(category(admin, "FITNESS_GEAR"));
        Map<String, List<Object>> bad = Map.of(
                "name", List.of("", "长".repeat(21)),
                "keywords", List.of(List.of("有 空格"), List.of(""), List.of("太长".repeat(7))),
                "likeMetres", List.of(0, 5_000),
                "firstColour", List.of("PINK"),
                "hours", List.of(Map.of("green", 0, "yellow", 1, "blue", 1, "red", 1), Map.of()),
                "notices", List.of(List.of(""), List.of("长".repeat(101))),
                "questions",
                        List.of(
                                List.of(question("Bad", "TEXT", List.of())),
                                List.of(question("one", "CHOICE", List.of("只有一个"))),
                                List.of(question("one", "CHOICE", List.of("甲", "甲"))),
                                List.of(question("one", "TEXT", List.of("甲", "乙"))),
                                List.of(question("a", "TEXT", List.of()), question("a", "NUMBER", List.of())),
                                List.of(stopping("YES_NO", "MAYBE", "119")),
                                List.of(stopping("TEXT", "x", "119")),
                                List.of(stopping("YES_NO", "YES", "火警"))));
        int tried = 0;
        for (Map.Entry<String, List<Object>> field : bad.entrySet()) {
            for (Object value : field.getValue()) {
                Map<String, Object> body = new HashMap<>(good);
                body.put(field.getKey(), value);
                Http.Answer no =
                        admin.http().put(STAFF_PATH + "/FITNESS_GEAR", body).expect(400);
                assertThat(no.at("/detail")).as(field.getKey() + " " + value).isNotBlank();
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(18);
        assertThat(category(admin, "FITNESS_GEAR").at("/version").asInt()).isEqualTo(good.get("version"));
    }

    @Test
    void onlyAdministratorsChangeCategories() {
        Map<String, Object> body = body(category(people.staff(ADMIN), "FITNESS_GEAR"));

        people.staff(RequestJourney.MEMBER)
                .http()
                .put(STAFF_PATH + "/FITNESS_GEAR", body)
                .expect(403);
        people.resident().http().put(STAFF_PATH + "/FITNESS_GEAR", body).expect(403);
        people.resident().http().get(STAFF_PATH).expect(403);
        people.staff(ADMIN).http().put(STAFF_PATH + "/NO_SUCH", body).expect(404);
    }

    private static Map<String, Object> asked(String category, Map<String, String> answers) {
        return Map.of("category", category, "description", "请来看看，情况如图。", "answers", answers);
    }

    private static Map<String, Object> question(String code, String kind, List<String> choices) {
        Map<String, Object> question =
                new HashMap<>(Map.of("code", code, "kind", kind, "words", "哪一个？", "required", false));
        if (!choices.isEmpty()) {
            question.put("choices", choices);
        }
        return question;
    }

    private static Map<String, Object> stopping(String kind, String answer, String call) {
        Map<String, Object> question = new HashMap<>(question("stop", kind, List.of()));
        question.put("stopper", Map.of("answers", List.of(answer), "call", call, "words", "这是紧急情况，请拨打119。"));
        return question;
    }

    private static JsonNode category(People.Person admin, String code) {
        return StreamSupport.stream(
                        admin.http()
                                .get(STAFF_PATH)
                                .expect(200)
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(category -> category.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The category as it is, as the body that changes nothing. */
    private static Map<String, Object> body(JsonNode category) {
        Map<String, Object> body = new HashMap<>();
        for (String same : List.of("name", "keywords", "isPrivate", "firstColour", "hours", "questions", "notices")) {
            body.put(same, category.at("/" + same));
        }
        for (String habit : List.of("followUp", "likeMetres", "afterPhoto")) {
            body.put(habit, category.at("/habits/" + habit));
        }
        body.put("version", category.at("/version").asInt());
        return body;
    }

    private int requests() {
        Integer count = sql.queryForObject("SELECT COUNT(*) FROM request", Integer.class);
        return count == null ? 0 : count;
    }
}
