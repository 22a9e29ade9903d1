package cn.gridbell.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.grid.Grids;
import cn.gridbell.platform.Problem;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.crypto.SealBroken;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.wechat.WechatPersonId;
import dev.gridbell.testing.GridbellTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GridbellTest
class ResidentsTest {

    private static final AtomicLong PERSON = new AtomicLong(7_000_000);
    private static final GeoPoint IN_FIRST_GRID = new GeoPoint(30.6417998, 104.0665336);
    private static final GeoPoint BEIJING = new GeoPoint(39.9, 116.4);

    private final Residents residents;
    private final Grids grids;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    @Autowired
    ResidentsTest(Residents residents, Grids grids, JdbcClient database, TransactionTemplate transaction) {
        this.residents = residents;
        this.grids = grids;
        this.database = database;
        this.transaction = transaction;
    }

    @Test
    void twentyFirstSignInsAtOnceMakeOneResident() throws Exception {
        WechatPersonId person = person();

        List<ResidentId> answers = atOnce(20, () -> residents.signedIn(person));

        assertThat(answers).hasSize(20).containsOnly(answers.get(0));
        assertThat(residents.findByWechat(person)).contains(answers.get(0));
    }

    @Test
    void aPhoneIsKeptSealedAndFoundByItsIndex() {
        ResidentId resident = newcomer();
        Phone phone = Phone.parse("13977712345").orElseThrow();

        residents.bindPhone(resident, phone);

        assertThat(residents.phoneOf(resident)).contains(phone);
        assertThat(residents.findByPhone(phone)).containsExactly(resident);
        assertThat(residents.findByPhone(Phone.parse("13977712346").orElseThrow()))
                .isEmpty();
        assertThat(bytes("SELECT phone FROM resident WHERE id = ?", resident.value()))
                .doesNotContain("13977712345", "12345");
        assertThat(bytes("SELECT phone_index FROM resident WHERE id = ?", resident.value()))
                .doesNotContain("12345");
    }

    @Test
    void aPhoneMovedToAnotherRowIsRefused() {
        ResidentId owner = newcomer();
        ResidentId thief = newcomer();
        residents.bindPhone(owner, Phone.parse("13977700001").orElseThrow());
        residents.bindPhone(thief, Phone.parse("13977700002").orElseThrow());

        change("UPDATE resident a JOIN resident b ON b.id = ? SET a.phone = b.phone WHERE a.id = ?", owner, thief);

        assertThat(residents.phoneOf(owner)).isPresent();
        assertThatThrownBy(() -> residents.phoneOf(thief)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aDoorIsKeptSealedWhereverTheNumberWasTyped() {
        ResidentId resident = newcomer();

        residents.giveHousehold(
                resident, new GiveHousehold("梧桐苑77号8栋1单元90901室", "8栋", "1单元", "90901", null), IN_FIRST_GRID);

        HouseholdView home = residents.householdOf(resident).orElseThrow();
        assertThat(home.room()).isEqualTo("90901");
        assertThat(home.address()).isEqualTo("梧桐苑77号8栋1单元90901室");
        assertThat(residents.requireHousehold(home.id())).isEqualTo(home);
        assertThat(bytes("SELECT door FROM household WHERE id = ?", home.id().value()))
                .doesNotContain("90901", "梧桐苑");
        assertThat(bytes(
                        "SELECT address_key FROM household WHERE id = ?",
                        home.id().value()))
                .doesNotContain("90901");
    }

    @Test
    void aDoorMovedToAnotherRowIsRefused() {
        ResidentId resident = newcomer();
        ResidentId neighbour = newcomer();
        residents.giveHousehold(resident, door("梧桐苑1号", "101"), IN_FIRST_GRID);
        residents.giveHousehold(neighbour, door("梧桐苑1号", "102"), IN_FIRST_GRID);

        HouseholdId moved = home(neighbour);
        byte[] door = database.sql("SELECT door FROM household WHERE id = ?")
                .param(moved.value())
                .query(byte[].class)
                .single();
        change(
                "UPDATE household a JOIN household b ON b.id = ? SET a.door = b.door WHERE a.id = ?",
                home(resident),
                moved);

        try {
            assertThat(residents.householdOf(resident)).isPresent();
            assertThatThrownBy(() -> residents.householdOf(neighbour)).isInstanceOf(SealBroken.class);
        } finally {
            // Whoever opens all doors of the grid later would stumble over it.
            transaction.executeWithoutResult(status -> database.sql("UPDATE household SET door = ? WHERE id = ?")
                    .params(door, moved.value())
                    .update());
        }
    }

    @Test
    void residentsBehindOneDoorAreOneHousehold() throws Exception {
        List<ResidentId> family = Stream.generate(this::newcomer).limit(8).toList();
        List<Callable<ResidentId>> moves = family.stream()
                .<Callable<ResidentId>>map(member -> () -> {
                    residents.giveHousehold(member, door("梧桐苑 2号", "201室"), IN_FIRST_GRID);
                    return member;
                })
                .toList();

        allAtOnce(moves);

        assertThat(family.stream().map(this::home).distinct()).hasSize(1);
    }

    @Test
    void thePlaceSaysWhichGrid() {
        ResidentId resident = newcomer();

        residents.giveHousehold(resident, door("谁也不认识的路1号", "301"), IN_FIRST_GRID);

        assertThat(residents.require(resident).grid())
                .isEqualTo(grids.gridAt(IN_FIRST_GRID).orElseThrow().id());
    }

    @Test
    void theAddressSaysWhichGridWhenThereIsNoPlace() {
        ResidentId resident = newcomer();

        residents.giveHousehold(resident, new GiveHousehold("铃音巷1号", "1号楼", "1单元", "101", null), null);

        assertThat(residents.require(resident).grid())
                .isEqualTo(grids.findByCode("HL-01-01").orElseThrow().id());
    }

    @Test
    void theDoorTheStreetImportedIsTheSameHouseholdForWhoGivesIt() {
        ResidentId resident = newcomer();
        long before = count("household");

        residents.giveHousehold(resident, new GiveHousehold("铃音巷1号", "1号楼", "1单元", "101", null), null);

        assertThat(count("household")).isEqualTo(before);
    }

    @Test
    void refusesAPlaceOutsideTheStreetAndNamesTheNearestGrids() {
        ResidentId resident = newcomer();
        long before = count("household");

        assertThatThrownBy(() -> residents.giveHousehold(resident, door("铃音巷1号", "401"), BEIJING))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status().value()).isEqualTo(422);
                    assertThat(problem.type()).hasToString("urn:problem:resident:grid-not-found");
                    assertThat((List<?>) problem.properties().get("nearest")).isNotEmpty();
                });
        assertThat(residents.householdOf(resident)).isEmpty();
        assertThat(count("household")).isEqualTo(before);
    }

    @Test
    void refusesAnAddressNobodyKnowsWithoutAPlace() {
        ResidentId resident = newcomer();

        assertThatThrownBy(() -> residents.giveHousehold(resident, door("谁也不认识的路2号", "401"), null))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                (List<?>) problem.properties().get("nearest"))
                        .isEmpty());
        assertThat(residents.householdOf(resident)).isEmpty();
    }

    @Test
    void keepsWhenAVersionOfThePrivacyTextWasFirstAgreedTo() {
        ResidentId resident = newcomer();

        assertThat(residents.privacyConsentOf(resident)).isEmpty();
        assertThat(residents.consentToPrivacy(resident, "2026-10")).isTrue();
        PrivacyConsent first = residents.privacyConsentOf(resident).orElseThrow();
        assertThat(residents.consentToPrivacy(resident, "2026-10")).isFalse();
        assertThat(residents.privacyConsentOf(resident)).contains(first);

        assertThat(residents.consentToPrivacy(resident, "2026-11")).isTrue();
        assertThat(residents.privacyConsentOf(resident).orElseThrow().version()).isEqualTo("2026-11");
    }

    @Test
    void unknownResidentsAreNotFound() {
        ResidentId nobody = new ResidentId(999_999_999);

        assertThatThrownBy(() -> residents.require(nobody)).isInstanceOf(ResidentNotFound.class);
        assertThatThrownBy(() ->
                        residents.bindPhone(nobody, Phone.parse("13900000000").orElseThrow()))
                .isInstanceOf(ResidentNotFound.class);
        assertThatThrownBy(() -> residents.requireHousehold(new HouseholdId(999_999_999)))
                .isInstanceOf(ResidentNotFound.class);
    }

    private ResidentId newcomer() {
        return residents.signedIn(person());
    }

    private static WechatPersonId person() {
        return new WechatPersonId(PERSON.incrementAndGet());
    }

    private HouseholdId home(ResidentId resident) {
        return residents.householdOf(resident).orElseThrow().id();
    }

    private static GiveHousehold door(String address, String room) {
        return new GiveHousehold(address, null, null, room, null);
    }

    /** What somebody with access to the database could do. */
    private void change(String sql, Object from, Object to) {
        int changed = transaction.execute(status ->
                database.sql(sql).params(from.toString(), to.toString()).update());
        assertThat(changed).isEqualTo(1);
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    /** The stored bytes as text, wrong letters and all: what somebody who reads the files would see. */
    private String bytes(String sql, long id) {
        byte[] stored = database.sql(sql).param(id).query(byte[].class).single();
        return new String(stored, StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        return allAtOnce(Stream.generate(() -> call).limit(times).toList());
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
