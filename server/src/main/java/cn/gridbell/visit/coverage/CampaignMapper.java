package cn.gridbell.visit.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CampaignMapper {

    String ROW = """
            SELECT id, name, purpose, grid_id, from_day, to_day, created_by, created_at FROM visit_campaign
            """;

    @Insert("""
            INSERT INTO visit_campaign (name, purpose, grid_id, from_day, to_day, created_by, created_at)
            VALUES (#{campaign.name}, #{campaign.purpose}, #{campaign.gridId}, #{campaign.fromDay}, #{campaign.toDay},
                #{campaign.createdBy}, #{campaign.createdAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "made.id")
    void insert(@Param("campaign") CampaignRow campaign, @Param("made") Made made);

    /** Takes the new id. */
    final class Made {
        long id;
    }

    @Insert("""
            <script>
            INSERT INTO visit_campaign_stop (campaign_id, household_id, grid_id, member_id) VALUES
            <foreach collection="stops" item="stop" separator=",">
              (#{stop.campaignId}, #{stop.householdId}, #{stop.gridId}, #{stop.memberId})
            </foreach>
            </script>""")
    void insertStops(@Param("stops") List<StopRow> stops);

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    CampaignRow find(long id);

    /** Campaigns called for one of these territories, newest first. */
    @Select("<script>" + ROW + """
            WHERE grid_id IN <foreach collection="grids" item="grid" open="(" separator="," close=")">#{grid}</foreach>
                AND id &lt; #{before}
            ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<CampaignRow> of(@Param("grids") List<Long> grids, @Param("before") long before, @Param("limit") int limit);

    @Select("""
            SELECT campaign_id, household_id, grid_id, member_id FROM visit_campaign_stop
            WHERE campaign_id = #{campaign} AND member_id = #{member} AND covered_how IS NULL AND household_id > #{after}
            ORDER BY household_id LIMIT #{limit}""")
    List<StopRow> openStops(long campaign, long member, long after, int limit);

    @Select("""
            SELECT household_id FROM visit_campaign_stop
            WHERE campaign_id = #{campaign} AND covered_how IS NULL ORDER BY household_id""")
    List<Long> openHouseholds(long campaign);

    /** What is still to be reached on somebody's turf in campaigns that run on this day. */
    @Select("""
            SELECT s.campaign_id, s.household_id, s.grid_id, s.member_id
            FROM visit_campaign_stop s JOIN visit_campaign c ON c.id = s.campaign_id
            WHERE s.member_id = #{member} AND s.covered_how IS NULL AND c.from_day <= #{day} AND c.to_day >= #{day}
            ORDER BY c.to_day, s.household_id LIMIT #{limit}""")
    List<StopRow> openOn(long member, LocalDate day, int limit);

    /** Campaigns that run on this day and have yet to reach this household. */
    @Select("""
            SELECT c.id, c.name, c.purpose, c.grid_id, c.from_day, c.to_day, c.created_by, c.created_at
            FROM visit_campaign_stop s JOIN visit_campaign c ON c.id = s.campaign_id
            WHERE s.household_id = #{household} AND s.covered_how IS NULL AND c.from_day <= #{day} AND c.to_day >= #{day}
            ORDER BY c.id""")
    List<CampaignRow> waitingFor(long household, LocalDate day);

    @Update("""
            <script>
            UPDATE visit_campaign_stop SET member_id = #{member}
            WHERE campaign_id = #{campaign} AND covered_how IS NULL AND household_id IN
            <foreach collection="households" item="household" open="(" separator="," close=")">#{household}</foreach>
            </script>""")
    int giveTurf(
            @Param("campaign") long campaign, @Param("households") List<Long> households, @Param("member") long member);

    /** @return 0 if it was covered before */
    @Update("""
            UPDATE visit_campaign_stop SET covered_how = #{how}, covered_at = #{at}
            WHERE campaign_id = #{campaign} AND household_id = #{household} AND covered_how IS NULL""")
    int cover(long campaign, long household, CoveredHow how, Instant at);

    @Select("""
            SELECT s.grid_id, s.member_id, COUNT(*) AS doors,
                COALESCE(SUM(s.covered_how = 'CONTACT'), 0) AS contacts,
                COALESCE(SUM(s.covered_how = 'ATTEMPTS'), 0) AS attempts,
                COALESCE(SUM(s.covered_how = 'EMPTY'), 0) AS vacant
            FROM visit_campaign_stop s WHERE s.campaign_id = #{campaign}
            GROUP BY s.grid_id, s.member_id ORDER BY s.grid_id, s.member_id""")
    List<TallyRow> tally(long campaign);

    /** Doors by grid and member. */
    record TallyRow(long gridId, @Nullable Long memberId, int doors, int contacts, int attempts, int vacant) {}

    @Select(
            "SELECT EXISTS (SELECT 1 FROM visit_campaign_stop WHERE household_id = #{household} AND member_id = #{member})")
    boolean isTurf(long household, long member);

    @Select(
            "SELECT EXISTS (SELECT 1 FROM visit_campaign_stop WHERE campaign_id = #{campaign} AND member_id = #{member})")
    boolean hasTurf(long campaign, long member);
}
