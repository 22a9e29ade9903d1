package cn.gridbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.crypto.SealBroken;
import cn.gridbell.platform.security.Role;
import cn.gridbell.wechat.WechatPersonId;
import dev.gridbell.testing.GridbellTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** On the demo street; what is bound here is rolled back. */
@GridbellTest
@Transactional
class StaffMembersTest {

    private static final Phone PHONE_OF_HL001 = Phone.parse("19900000001").orElseThrow();
    private static final Phone PHONE_OF_HL002 = Phone.parse("19900000002").orElseThrow();
    private static final WechatPersonId SOMEBODY = new WechatPersonId(8_000_001);
    private static final WechatPersonId SOMEBODY_ELSE = new WechatPersonId(8_000_002);

    private final StaffMembers staff;
    private final Grids grids;
    private final JdbcClient database;

    @Autowired
    StaffMembersTest(StaffMembers staff, Grids grids, JdbcClient database) {
        this.staff = staff;
        this.grids = grids;
        this.database = database;
    }

    @Test
    void aStaffMembersPhoneBindsTheAccount() {
        StaffId bound = staff.bind(PHONE_OF_HL001, SOMEBODY).orElseThrow();

        assertThat(staff.accountOf(SOMEBODY)).contains(new StaffAccount(bound, java.util.Set.of(Role.GRID_MEMBER)));
        StaffView member = staff.require(bound);
        assertThat(member.number()).isEqualTo("HL001");
        assertThat(member.wechatPerson()).isEqualTo(SOMEBODY);
        assertThat(member.grids()).containsExactly(grid("HL-01-01"));
    }

    @Test
    void anybodyElsesPhoneBindsNothing() {
        assertThat(staff.bind(Phone.parse("13800000000").orElseThrow(), SOMEBODY))
                .isEmpty();
        assertThat(staff.accountOf(SOMEBODY)).isEmpty();
    }

    @Test
    void aSecondPersonWithThePhoneTakesTheAccountOver() {
        StaffId first = staff.bind(PHONE_OF_HL001, SOMEBODY).orElseThrow();
        StaffId second = staff.bind(PHONE_OF_HL001, SOMEBODY_ELSE).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(staff.findByWechat(SOMEBODY)).isEmpty();
        assertThat(staff.findByWechat(SOMEBODY_ELSE)).contains(first);
    }

    @Test
    void aPersonHoldsOneAccountAtATime() {
        staff.bind(PHONE_OF_HL001, SOMEBODY);
        StaffId second = staff.bind(PHONE_OF_HL002, SOMEBODY).orElseThrow();

        assertThat(staff.findByWechat(SOMEBODY)).contains(second);
    }

    @Test
    void whoLeftHasNoRightsAndNoPost() {
        StaffId left = staff.bind(PHONE_OF_HL001, SOMEBODY).orElseThrow();
        database.sql("UPDATE staff_member SET active = FALSE WHERE id = ?")
                .param(left.value())
                .update();

        assertThat(staff.accountOf(SOMEBODY)).isEmpty();
        assertThat(staff.bind(PHONE_OF_HL001, SOMEBODY)).isEmpty();
        assertThat(staff.serves(left, grid("HL-01-01"))).isFalse();
        assertThat(staff.publicPhoneOf(left)).isEmpty();
        assertThat(staff.holderAt(grid("HL-01-01"), GridLevel.GRID).map(StaffView::id))
                .isNotEqualTo(Optional.of(left));
        assertThat(staff.require(left).number()).isEqualTo("HL001");
    }

    @Test
    void theGridMemberAnswersForTheGridAndItsMicroGrids() {
        assertThat(holder("HL-01-01", GridLevel.GRID)).contains("HL001");
        assertThat(holder("HL-01-01-01", GridLevel.GRID)).contains("HL001");
    }

    @Test
    void theLeadAnswersWhereTheMembersPostIsVacant() {
        String lead = staff.leadOf(grid("HL-01-01")).orElseThrow().number();
        database.sql("UPDATE staff_member SET active = FALSE WHERE number = 'HL001'")
                .update();

        assertThat(holder("HL-01-01", GridLevel.GRID)).contains(lead);
    }

    @Test
    void aboveTheGridTheTerritoriesAboveAnswer() {
        assertThat(roleOf(staff.holderAt(grid("HL-01-01"), GridLevel.COMMUNITY), Role.COMMUNITY))
                .isTrue();
        assertThat(roleOf(staff.holderAt(grid("HL-01-01"), GridLevel.STREET), Role.STREET))
                .isTrue();
        assertThat(roleOf(staff.districtHolder(), Role.DISTRICT)).isTrue();
        assertThat(staff.holderAt(grid("HL-01"), GridLevel.GRID)).isEmpty();
    }

    @Test
    void aMemberServesTheirGridAndWhatLiesBelow() {
        StaffId member = staff.bind(PHONE_OF_HL001, SOMEBODY).orElseThrow();
        StaffId community = staff.holderAt(grid("HL-01-01"), GridLevel.COMMUNITY)
                .orElseThrow()
                .id();

        assertThat(staff.serves(member, grid("HL-01-01"))).isTrue();
        assertThat(staff.serves(member, grid("HL-01-01-01"))).isTrue();
        assertThat(staff.serves(member, grid("HL-01-02"))).isFalse();
        assertThat(staff.serves(member, grid("HL-01"))).isFalse();
        assertThat(staff.serves(community, grid("HL-01-02"))).isTrue();
        assertThat(staff.serves(community, grid("HL-02-01"))).isFalse();
    }

    @Test
    void phonesAreKeptSealedAndBoundToTheirMember() {
        byte[] phone = database.sql("SELECT phone FROM staff_member WHERE number = 'HL001'")
                .query(byte[].class)
                .single();
        byte[] publicPhone = database.sql("SELECT public_phone FROM staff_member WHERE number = 'HL001'")
                .query(byte[].class)
                .single();
        StaffId member = staff.bind(PHONE_OF_HL001, SOMEBODY).orElseThrow();

        assertThat(new String(phone, StandardCharsets.UTF_8)).doesNotContain("00000001");
        assertThat(new String(publicPhone, StandardCharsets.UTF_8)).doesNotContain("00010001");
        assertThat(staff.publicPhoneOf(member).orElseThrow().digits()).isEqualTo("19900010001");

        database.sql("UPDATE staff_member SET public_phone = ? WHERE number = 'HL002'")
                .param(publicPhone)
                .update();
        StaffId other = staff.bind(PHONE_OF_HL002, SOMEBODY_ELSE).orElseThrow();
        assertThatThrownBy(() -> staff.publicPhoneOf(other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void unknownMembersAreNotFound() {
        assertThatThrownBy(() -> staff.require(new StaffId(999_999_999))).isInstanceOf(StaffNotFound.class);
    }

    private GridId grid(String code) {
        return grids.findByCode(code).orElseThrow().id();
    }

    private Optional<String> holder(String code, GridLevel level) {
        return staff.holderAt(grid(code), level).map(StaffView::number);
    }

    private static boolean roleOf(Optional<StaffView> member, Role role) {
        return member.orElseThrow().roles().contains(role);
    }
}
