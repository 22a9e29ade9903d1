package cn.gridbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.Grids;
import dev.gridbell.testing.GridbellTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** On the demo street; what is changed here is rolled back. */
@GridbellTest
@Transactional
class LedMembersTest {

    private final LedMembers members;
    private final StaffMembers staff;
    private final Grids grids;
    private final JdbcClient database;

    @Autowired
    LedMembersTest(LedMembers members, StaffMembers staff, Grids grids, JdbcClient database) {
        this.members = members;
        this.staff = staff;
        this.grids = grids;
        this.database = database;
    }

    @Test
    void aGridLeadSeesWhoServesTheGridAndNobodyOfTheGridsBeside() {
        String beside = staff.leadOf(grid("HL-01-05")).orElseThrow().number();

        assertThat(numbers(lead()))
                .contains("HL001", staff.require(lead()).number())
                .doesNotContain(beside, number("HL-01-05"), number("HL-02-01"));
    }

    @Test
    void aCommunitySeesAllItsGridsAndNoOtherCommunity() {
        StaffId community = holder(GridLevel.COMMUNITY);
        String elsewhere = number("HL-02-01");

        assertThat(numbers(community)).contains("HL001", "HL002").doesNotContain(elsewhere);
        assertThat(numbers(holder(GridLevel.STREET))).contains("HL001", elsewhere);
    }

    @Test
    void eachSaysWhatTheyServeAndAs() {
        LedMembers.Line member = members.ledBy(lead()).stream()
                .filter(line -> "HL001".equals(line.number()))
                .findFirst()
                .orElseThrow();

        assertThat(member.title()).isEqualTo("网格员");
        assertThat(member.grids())
                .containsExactly(grids.require(grid("HL-01-01")).name());
    }

    @Test
    void whoLeftAndWhoWorksForAPropertyCompanyCanBeGivenNothing() {
        database.sql("UPDATE staff_member SET active = FALSE WHERE number = 'HL001'")
                .update();
        database.sql("UPDATE staff_member SET roles = 'PROPERTY' WHERE number = 'HL002'")
                .update();

        assertThat(numbers(holder(GridLevel.COMMUNITY))).doesNotContain("HL001", "HL002");
    }

    private StaffId lead() {
        return staff.leadOf(grid("HL-01-01")).orElseThrow().id();
    }

    private StaffId holder(GridLevel level) {
        return staff.holderAt(grid("HL-01-01"), level).orElseThrow().id();
    }

    private String number(String code) {
        return staff.holderAt(grid(code), GridLevel.GRID).orElseThrow().number();
    }

    private List<String> numbers(StaffId lead) {
        return members.ledBy(lead).stream().map(LedMembers.Line::number).toList();
    }

    private GridId grid(String code) {
        return grids.findByCode(code).orElseThrow().id();
    }
}
