package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.WechatConsentChanged;
import cn.gridbell.wechat.WechatPersonId;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that need somebody to look, and consents told twice, with the couriers of this node at rest. */
@GridbellTest
@TestPropertySource(properties = "gridbell.message.courier.enabled=false")
class WorkListTest {

    private static final String CONFIRMED = "MP-VISIT-CONFIRMED-000000000000000000000000";
    private static final String CONSENTS = "/api/resident/message-consents";
    private static final AtomicLong NUMBER = new AtomicLong(900_000_000);

    private final ApplicationContext context;
    private final People people;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    WorkListTest(
            @Autowired ApplicationContext context,
            @Autowired People people,
            @Autowired MutableClock clock,
            @Autowired JdbcTemplate sql,
            @Autowired PlatformTransactionManager transactions) {
        this.context = context;
        this.people = people;
        this.clock = clock;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A message to this person that could not be told. */
    private void couldNotTell(People.Person person) {
        transaction.executeWithoutResult(open -> {
            context.publishEvent(new RequestSubmitted(
                    new RequestId(NUMBER.incrementAndGet()), ResidentId.of(person.residentId()), 1, clock.instant()));
            sql.update(
                    "UPDATE message SET status = 'COULD_NOT_TELL', title = '诉求已登记', text = '已登记'"
                            + " WHERE person_kind = 'RESIDENT' AND person_id = ?",
                    person.residentId());
        });
    }

    private static List<String> phones(Http.Answer list, People.Person person) {
        return list.json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/person/id").asString().equals(person.residentId()))
                .map(item -> item.at("/person/phone").asString())
                .toList();
    }

    @Test
    void showsWhoCouldNotBeToldToThoseWhoServeTheGridWithAMaskedPhone() {
        People.Person resident = people.resident();
        couldNotTell(resident);
        String masked =
                resident.phone().substring(0, 3) + "****" + resident.phone().substring(7);
        String list = "/api/staff/messages?status=COULD_NOT_TELL&limit=50";

        Http.Answer street = people.staff("HL047").http().get(list).expect(200);
        Http.Answer elsewhere = people.staff("HL045").http().get(list).expect(200);

        assertThat(phones(street, resident)).containsExactly(masked);
        assertThat(street.text()).doesNotContain(resident.phone());
        assertThat(phones(elsewhere, resident)).isEmpty();
        assertThat(phones(people.staff("HL001").http().get(list).expect(200), resident))
                .containsExactly(masked);
        people.newcomer().http().get(list).expect(403);
        people.staff("HL047").http().get("/api/staff/messages?status=LOST").expect(400);
    }

    @Test
    void queuesAgainOnceAndOnlyForTheStreet() {
        People.Person resident = people.resident();
        couldNotTell(resident);
        String id = String.valueOf(sql.queryForObject(
                "SELECT MAX(id) FROM message WHERE person_kind = 'RESIDENT' AND person_id = ?",
                Long.class,
                resident.residentId()));
        String redrive = "/api/staff/messages/" + id + "/redrive";

        people.staff("HL041").http().post(redrive, null).expect(403);
        Http.Answer again = people.staff("HL047").http().post(redrive, null).expect(200);

        assertThat(again.at("/status")).isEqualTo("QUEUED");
        people.staff("HL047").http().post(redrive, null).expect(409);
        people.staff("HL047")
                .http()
                .post("/api/staff/messages/999999999/redrive", null)
                .expect(404);
        people.staff("HL047").http().post("/api/staff/messages/x/redrive", null).expect(404);
    }

    @Test
    void keepsWhatCouldNotBeToldInTheInboxOfItsPersonOnly() {
        People.Person resident = people.resident();
        couldNotTell(resident);

        Http.Answer own = resident.http().get("/api/resident/messages").expect(200);
        Http.Answer others =
                people.newcomer().http().get("/api/resident/messages").expect(200);

        assertThat(own.at("/items/0/title")).isEqualTo("诉求已登记");
        assertThat(own.at("/items/0/status")).isEqualTo("仅在小程序内");
        assertThat(others.json().at("/items").size()).isZero();
    }

    @Test
    void countsTheTapAndThePopupOfOneAcceptOnce() {
        People.Person person = people.newcomer();
        var accept = Map.of("results", Map.of(CONFIRMED, "accept"));

        person.http().post(CONSENTS, accept).expect(200);
        popup(person);
        assertThat(left(person)).isEqualTo(1);
        popup(person);
        person.http().post(CONSENTS, accept).expect(200);

        assertThat(left(person)).isEqualTo(2);
    }

    @Test
    void takesATapLongAfterAPopupForAnotherAccept() {
        People.Person person = people.newcomer();

        popup(person);
        clock.advance(java.time.Duration.ofMinutes(10));
        person.http()
                .post(CONSENTS, Map.of("results", Map.of(CONFIRMED, "accept")))
                .expect(200);

        assertThat(left(person)).isEqualTo(2);
    }

    private void popup(People.Person person) {
        WechatPersonId wechat = context.getBean(Residents.class)
                .require(ResidentId.of(person.residentId()))
                .wechatPerson();
        transaction.executeWithoutResult(open -> context.publishEvent(new WechatConsentChanged(
                wechat,
                CONFIRMED,
                WechatConsentChanged.Choice.ACCEPT,
                true,
                NUMBER.incrementAndGet(),
                clock.instant())));
    }

    private static int left(People.Person person) {
        return person.http()
                .post(CONSENTS, Map.of("results", Map.of(CONFIRMED, "filter")))
                .expect(200)
                .json()
                .at("/remaining/" + CONFIRMED)
                .asInt();
    }
}
