package cn.gridbell.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import dev.gridbell.testing.People.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The grid's code on the noticeboard, and the menu below the chat. */
@GridbellTest
class CodesAndMenuTest {

    @Autowired
    People people;

    @Test
    void twentyWhoAskAtOnceGetOneCode() throws Exception {
        Http street = people.staff(TestStaff.STREET).http();
        String grid = people.resident().http().get("/api/resident/me").at("/grid/id");
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Http.Answer>> calls = IntStream.range(0, 20)
                    .<Callable<Http.Answer>>mapToObj(n -> () -> street.get("/api/staff/grids/" + grid + "/qr-code"))
                    .toList();
            for (Future<Http.Answer> call : threads.invokeAll(calls)) {
                Http.Answer picture = call.get().expect(200);
                assertThat(picture.headers().get("content-type")).isEqualTo("image/png");
                assertThat(picture.bytes()[1]).isEqualTo((byte) 'P');
            }
        } finally {
            threads.shutdown();
        }
        long created = people.sandbox()
                .get("/sandbox/ledger?since=0")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString("").equals("code"))
                .filter(entry -> entry.path("scene").asString("").equals("grid:HL-01-01"))
                .count();
        assertThat(created).isEqualTo(1);
    }

    @Test
    void aGridsCodeIsForThoseWhoServeIt() {
        String grid = people.resident().http().get("/api/resident/me").at("/grid/id");
        people.staff(TestStaff.OTHER_LEAD)
                .http()
                .get("/api/staff/grids/" + grid + "/qr-code")
                .expect(404);
        people.staff(TestStaff.STREET)
                .http()
                .get("/api/staff/grids/999999999/qr-code")
                .expect(404);
    }

    @Test
    void whoScansIsGreetedWithTheGridAndProposedIt() {
        Person newcomer = people.newcomer();
        assertThat(newcomer.http().get("/api/resident/me").text()).doesNotContain("hint");
        ChatPhone phone = new ChatPhone(newcomer);
        assertThat(phone.scans("grid:HL-01-01")).contains("欢迎", "这里是「", "负责");
        String proposed = newcomer.http().get("/api/resident/me").at("/hint/grid/name");
        assertThat(proposed).isNotEmpty();
        assertThat(phone.scans("grid:HL-01-02")).contains("这里是「");
        assertThat(newcomer.http().get("/api/resident/me").at("/hint/grid/name"))
                .isNotEmpty()
                .isNotEqualTo(proposed);
        assertThat(phone.scans("grid:NOWHERE")).doesNotContain("这里是");

        Person settled = people.resident();
        String home = settled.http().get("/api/resident/me").at("/grid/id");
        new ChatPhone(settled).scans("grid:HL-01-02");
        assertThat(settled.http().get("/api/resident/me").at("/grid/id")).isEqualTo(home);
        assertThat(settled.http().get("/api/resident/me").text()).doesNotContain("hint");
    }

    @Test
    void theMenuIsPublishedOnceAndThenTheSame() {
        Http admin = people.staff(TestStaff.ADMIN).http();
        Http.Answer published =
                admin.post("/api/staff/chat-menu/publication", Map.of()).expect(200);
        assertThat(published.json().path("same").asBoolean()).isTrue();
        assertThat(published.json().at("/published/entries").size()).isEqualTo(3);
        assertThat(admin.get("/api/staff/chat-menu").expect(200).at("/published/entries/1/children/0/page"))
                .isEqualTo("pages/request/new");
        people.staff(TestStaff.STREET)
                .http()
                .post("/api/staff/chat-menu/publication", Map.of())
                .expect(403);
        ChatPhone phone = ChatPhone.following(people.resident());
        assertThat(phone.taps("PROGRESS")).contains("没有办理中的诉求");
    }
}
