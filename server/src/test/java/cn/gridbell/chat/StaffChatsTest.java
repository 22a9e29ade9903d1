package cn.gridbell.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import dev.gridbell.testing.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** 转人工: from the words of a resident to the answer of their grid's staff and back. */
@GridbellTest
class StaffChatsTest {

    @Autowired
    People people;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void staffOfTheGridAnswerAndOthersSeeNothing() {
        ChatPhone phone = ChatPhone.following(people.resident());
        assertThat(phone.says("5")).contains("已为您转人工");
        assertThat(phone.says("楼上漏水三天了")).contains("已转给工作人员");
        Person member = people.staff("HL001");
        String id = idOf(member, "楼上漏水三天了");
        Http.Answer answered = member.http()
                .with("Idempotency-Key", "reply-" + System.nanoTime())
                .post("/api/staff/chats/" + id + "/reply", Map.of("text", "下午三点来看"))
                .expect(201);
        assertThat(answered.at("/status")).isEqualTo("ANSWERED");
        assertThat(phone.heard().get(phone.heard().size() - 1)).contains("下午三点来看", "【");
        assertThat(answered.at("/lines/1/state")).isEqualTo("SENT");

        Http stranger = people.staff("HL020").http();
        assertThat(stranger.get("/api/staff/chats?status=ANSWERED&limit=50").text())
                .doesNotContain("漏水三天");
        stranger.post("/api/staff/chats/" + id + "/reply", Map.of("text", "x")).expect(404);
        stranger.post("/api/staff/chats/" + id + "/closure", Map.of()).expect(404);

        assertThat(phone.says("好的，谢谢")).contains("已转给工作人员");
        assertThat(idOf(member, "好的，谢谢")).isEqualTo(id);
        member.http().post("/api/staff/chats/" + id + "/closure", Map.of()).expect(200);
        member.http().post("/api/staff/chats/" + id + "/closure", Map.of()).expect(409);
        member.http()
                .post("/api/staff/chats/" + id + "/reply", Map.of("text", "还在吗"))
                .expect(409);
        assertThat(phone.says("还有一件事情")).contains("1 最新进展");
    }

    @Test
    void theSameKeyAgainSendsNothing() {
        ChatPhone phone = ChatPhone.following(people.resident());
        phone.taps("PERSON");
        phone.says("门禁坏了没人管");
        Person member = people.staff("HL001");
        String id = idOf(member, "门禁坏了没人管");
        int before = phone.heard().size();
        Http http = member.http().with("Idempotency-Key", "twice-" + System.nanoTime());
        for (int i = 0; i < 2; i++) {
            http.post("/api/staff/chats/" + id + "/reply", Map.of("text", "已报修"))
                    .expect(201);
        }
        assertThat(phone.heard()).hasSize(before + 1);
    }

    @Test
    void afterTheWindowClosedStaffAreToldToCall() {
        ChatPhone phone = ChatPhone.following(people.resident());
        phone.taps("PERSON");
        phone.says("路灯两天没亮");
        Person member = people.staff("HL001");
        String id = idOf(member, "路灯两天没亮");
        for (int i = 0; i < 5; i++) {
            member.http()
                    .post("/api/staff/chats/" + id + "/reply", Map.of("text", "第" + i + "次"))
                    .expect(201);
        }
        Http.Answer refused = member.http()
                .post("/api/staff/chats/" + id + "/reply", Map.of("text", "第六次"))
                .expect(409);
        assertThat(refused.text()).contains("打电话", "urn:problem:chat:window-closed");
    }

    @Test
    void wordsAreSealedAtRest() {
        ChatPhone phone = ChatPhone.following(people.resident());
        phone.taps("PERSON");
        phone.says("邻居半夜装修吵得很");
        List<byte[]> all = transaction.execute(status -> sql.queryForList("SELECT words FROM chat_line", byte[].class));
        assertThat(all).isNotEmpty().allSatisfy(words -> assertThat(new String(words, StandardCharsets.UTF_8))
                .doesNotContain("装修"));
    }

    @Test
    void whoLeavesWechatLeavesNoWordsBehind() {
        Person resident = people.resident();
        ChatPhone phone = ChatPhone.following(resident);
        phone.taps("PERSON");
        String words = "临走前的一句话" + System.nanoTime();
        phone.says(words);
        idOf(people.staff("HL001"), words);
        assertThat(phone.person()
                        .phone("authorization", Map.of("event", "CANCELLATION"))
                        .status())
                .isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !people.staff("HL001")
                .http()
                .get("/api/staff/chats?status=WAITING&limit=50")
                .text()
                .contains(words));
    }

    @Test
    void keywordsAreEditedByTheStreet() {
        Http street = people.staff(TestStaff.STREET).http();
        String word = "暗号" + System.nanoTime() % 1_000_000;
        Http.Answer made = street.post("/api/staff/chat-answers", answer(word, "EXACT", "第一版", null))
                .expect(201);
        street.post("/api/staff/chat-answers", answer(word, "EXACT", "又一条", null))
                .expect(409);
        ChatPhone phone = ChatPhone.following(people.resident());
        assertThat(phone.says(word + "！")).isEqualTo("第一版");
        assertThat(phone.says("请问" + word + "是什么")).contains("1 最新进展");
        String id = made.at("/id");
        street.put("/api/staff/chat-answers/" + id, answer(word, "CONTAINED", "第二版", 7))
                .expect(409);
        street.put("/api/staff/chat-answers/" + id, answer(word, "CONTAINED", "第二版", 0))
                .expect(200);
        assertThat(phone.says("请问" + word + "是什么")).isEqualTo("第二版");
        street.post("/api/staff/chat-answers/" + id + "/removal", Map.of()).expect(200);
        street.post("/api/staff/chat-answers/" + id + "/removal", Map.of()).expect(404);
        assertThat(phone.says(word)).contains("1 最新进展");
        assertThat(phone.says("家里有燃气味怎么办")).contains("119");
        street.post("/api/staff/chat-answers", answer("", "EXACT", "x", null)).expect(400);
        people.staff("HL001").http().get("/api/staff/chat-answers").expect(403);
    }

    private static Map<String, Object> answer(
            String word, String matching, String answer, @org.jspecify.annotations.Nullable Integer version) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("word", word, "matching", matching, "answer", answer, "priority", 10, "enabled", true));
        if (version != null) {
            body.put("version", version);
        }
        return body;
    }

    private static String idOf(Person member, String words) {
        StringBuilder id = new StringBuilder();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            member.http()
                    .get("/api/staff/chats?status=WAITING&limit=50")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(chat -> chat.toString().contains(words))
                    .findFirst()
                    .ifPresent(chat -> id.append(chat.path("id").asString("")));
            return id.length() > 0;
        });
        return id.toString();
    }
}
