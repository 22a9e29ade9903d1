package cn.gridbell.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import dev.gridbell.testing.People.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From words on a phone to the answer on the phone, over WeChat's push and its encrypted answer. */
@GridbellTest
class ConversationTest {

    @Autowired
    People people;

    @Autowired
    MutableClock clock;

    @Test
    void aStrangerIsToldHowToBind() {
        ChatPhone phone = new ChatPhone(people.passerBy());
        assertThat(phone.after("follow", Map.of()))
                .contains("欢迎来到网格叮咚", "打开小程序登录", "data-miniprogram-appid", "1 最新进展", "5 转人工");
        assertThat(phone.says("1")).contains("打开小程序登录");
    }

    @Test
    void aResidentWithoutAnythingOpenSeesTheMenu() {
        ChatPhone phone = ChatPhone.following(people.resident());
        assertThat(phone.says("你好呀朋友")).contains("1 最新进展", "2 我要反映", "3 预约敲门", "4 我的网格员", "5 转人工");
        assertThat(phone.says("1")).contains("没有办理中的诉求");
        assertThat(phone.says(" 2。")).contains("data-miniprogram-path=\"pages/request/new\"");
        assertThat(phone.says("预约敲门")).contains("data-miniprogram-path=\"pages/visit/book\"");
    }

    @Test
    void theGridMemberIsNamedWithTheNumberResidentsMayKnow() {
        Person resident = people.resident();
        String name = resident.http().get("/api/resident/me").expect(200).at("/gridMember/name");
        String number = resident.http().get("/api/resident/me").at("/gridMember/phone");
        String answer = ChatPhone.following(resident).says("我的网格员");
        assertThat(answer).contains(name, "网格");
        if (!number.isEmpty()) {
            assertThat(answer).contains(number);
        }
        assertThat(ChatPhone.following(people.newcomer()).taps("MEMBER")).contains("还不知道您住在哪个网格");
    }

    @Test
    void progressSaysWhoAndByWhenAndOverdueAsOverdue() {
        Person resident = people.resident();
        String number = submit(resident);
        ChatPhone phone = ChatPhone.following(resident);
        assertThat(phone.taps("PROGRESS")).contains(number, "负责", "最晚", "答复");
        String start =
                resident.http().get("/api/resident/visit-openings").expect(200).at("/items/0/start");
        resident.http()
                .with("Idempotency-Key", "chat-visit-" + System.nanoTime())
                .post("/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK"))
                .expect(201);
        assertThat(phone.says("最新进展")).contains(number, "敲门", "待确认", "前答复");
    }

    @Test
    void wordsWithinReachBecomeACommentThatIsConfirmed() {
        Person resident = people.resident();
        String number = submit(resident);
        ChatPhone phone = ChatPhone.following(resident);
        String answer = phone.says("垃圾还在，味道很大");
        assertThat(answer).contains("已补充到诉求" + number, "会看到", "最晚");
        String id = resident.http().get("/api/resident/requests").at("/items/0/id");
        assertThat(resident.http().get("/api/resident/requests/" + id).text()).contains("垃圾还在，味道很大");
    }

    @Test
    void aPictureIsAnsweredWithTheWayToAReport() {
        ChatPhone phone = ChatPhone.following(people.resident());
        assertThat(phone.after("picture", Map.of())).contains("收到您的照片", "诉求草稿", "pages/request/new");
    }

    @Test
    void userTextBreaksNoAnswer() {
        Person resident = people.resident();
        String answer = ChatPhone.following(resident).says("a]]><b>x</b>\u0000&amp;");
        assertThat(answer).contains("1 最新进展");
    }

    private static String submit(Person resident) {
        return resident.http()
                .with("Idempotency-Key", "chat-request-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "楼下垃圾没有清运"))
                .expect(201)
                .at("/number");
    }
}
