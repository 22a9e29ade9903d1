package cn.gridbell.visit.coverage;

import cn.gridbell.visit.VisitResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface KnockMapper {

    /** Makes the door's row, or waits for it, and locks it. */
    @Insert("""
            INSERT INTO visit_knock_door (household_id) VALUES (#{household})
            ON DUPLICATE KEY UPDATE household_id = VALUES(household_id)""")
    void lockDoor(long household);

    /** @throws org.springframework.dao.DuplicateKeyException if one counts on that day already, or the visit was written before */
    @Insert("""
            INSERT INTO visit_knock (household_id, grid_id, member_id, day, band, result, note, visit_id, counted, knocked_at)
            VALUES (#{knock.householdId}, #{knock.gridId}, #{knock.memberId}, #{knock.day}, #{knock.band}, #{knock.result},
                #{knock.note}, #{knock.visitId}, #{counted}, #{knock.knockedAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "made.id")
    void insert(
            @Param("knock") KnockRow knock,
            @Param("counted") @Nullable Boolean counted,
            @Param("made") CampaignMapper.Made made);

    @Insert("INSERT INTO visit_knock_need (knock_id, request_id) VALUES (#{knock}, #{request})")
    void insertNeed(long knock, long request);

    @Select("SELECT EXISTS (SELECT 1 FROM visit_knock WHERE visit_id = #{visit})")
    boolean isWritten(long visit);

    /** How many parts of the week were tried since a day, one knock a day counting. */
    @Select("""
            SELECT COUNT(DISTINCT band) FROM visit_knock
            WHERE household_id = #{household} AND counted AND day >= #{since}""")
    int bandsTried(long household, LocalDate since);

    /** The knocks of these households, at most a year old, oldest first. */
    @Select("""
            <script>
            SELECT household_id, band, result, counted, day FROM visit_knock
            WHERE day >= #{since} AND household_id IN
            <foreach collection="households" item="household" open="(" separator="," close=")">#{household}</foreach>
            ORDER BY knocked_at
            </script>""")
    List<TriedRow> history(@Param("households") List<Long> households, @Param("since") LocalDate since);

    /** One knock as remembered. */
    record TriedRow(
            long householdId,
            Band band,
            VisitResult result,
            @Nullable Boolean counted,
            LocalDate day) {}

    /** Doors a member knocked at between two days, each door and day once. */
    @Select("""
            SELECT COUNT(DISTINCT household_id, day) FROM visit_knock
            WHERE member_id = #{member} AND day >= #{from} AND day <= #{until}""")
    int doorsOf(long member, LocalDate from, LocalDate until);

    @Select("SELECT do_not_knock, said_to, changed_at FROM visit_knock_preference WHERE household_id = #{household}")
    @Nullable
    PreferenceRow preference(long household);

    @Select("""
            <script>
            SELECT household_id FROM visit_knock_preference
            WHERE do_not_knock AND household_id IN
            <foreach collection="households" item="household" open="(" separator="," close=")">#{household}</foreach>
            </script>""")
    List<Long> notToBeKnocked(@Param("households") List<Long> households);

    @Insert("""
            INSERT INTO visit_knock_preference (household_id, do_not_knock, said_to, changed_at)
            VALUES (#{household}, #{doNotKnock}, #{saidTo}, #{at})
            ON DUPLICATE KEY UPDATE do_not_knock = VALUES(do_not_knock), said_to = VALUES(said_to), changed_at = VALUES(changed_at)""")
    void prefer(long household, boolean doNotKnock, String saidTo, Instant at);

    /** What a household wishes. */
    record PreferenceRow(boolean doNotKnock, String saidTo, Instant changedAt) {}
}
