package cn.gridbell.visit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitMapper {

    @Insert("""
            INSERT INTO visit (resident_id, household_id, grid_id, member_id, purpose, note, request_id, status, version,
                start_at, end_at, answer_by, created_at)
            VALUES (NULLIF(#{residentId}, 0), #{householdId}, #{gridId}, #{memberId}, #{purpose}, #{note}, #{requestId}, #{status}, #{version},
                #{startAt}, #{endAt}, #{answerBy}, #{createdAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(Visit visit);

    /** @return 1, or 0 if the row does not stand where it was read any more */
    @Update("""
            UPDATE visit SET status = #{status}, version = version + 1, member_id = #{memberId},
                start_at = #{startAt}, end_at = #{endAt}, answer_by = #{answerBy}, door_code = #{doorCode},
                reason = #{reason}, ended_by = #{endedBy}, departed_at = #{departedAt}, expected_at = #{expectedAt},
                checked_in_at = #{checkedInAt}, check_in_grade = #{checkInGrade}, check_in_metres = #{checkInMetres},
                door_confirmed_at = #{doorConfirmedAt},
                result = #{result}, outcome_note = #{outcomeNote}, outcome_at = #{outcomeAt},
                stars = #{stars}, helped = #{helped}, rating_comment = #{ratingComment}, rated_at = #{ratedAt}
            WHERE id = #{id} AND status = #{was} AND version = #{version}""")
    int move(Visit visit);

    /** Counts a code tried at the door. @return 0 once as many as allowed were tried */
    @Update("UPDATE visit SET door_tries = door_tries + 1 WHERE id = #{id} AND door_tries < #{most}")
    int countDoorTry(long id, int most);

    @Select("SELECT * FROM visit WHERE id = #{id}")
    @Nullable
    Visit find(long id);

    @Select("""
            SELECT * FROM visit
            WHERE resident_id = #{resident} AND (start_at < #{at} OR (start_at = #{at} AND id < #{id}))
            ORDER BY start_at DESC, id DESC LIMIT #{limit}""")
    List<Visit> ofResident(long resident, Instant at, long id, int limit);

    @Select("""
            SELECT * FROM visit
            WHERE resident_id = #{resident} AND end_at > #{now}
                AND status IN ('REQUESTED', 'PLANNED', 'PROPOSED', 'CONFIRMED', 'CHECKED_IN')
            ORDER BY start_at, id LIMIT #{most}""")
    List<Visit> comingTo(long resident, Instant now, int most);

    @Select("""
            SELECT * FROM visit
            WHERE household_id = #{household} AND start_at >= #{from} AND start_at < #{until} ORDER BY start_at, id""")
    List<Visit> atDoor(long household, Instant from, Instant until);

    /** What the member does in a span of time; what came to nothing beforehand is left out. */
    @Select("""
            SELECT * FROM visit
            WHERE member_id = #{member} AND start_at >= #{from} AND start_at < #{until}
                AND status NOT IN ('DECLINED', 'CANCELLED', 'EXPIRED')
            ORDER BY start_at, id LIMIT 200""")
    List<Visit> ofMember(long member, Instant from, Instant until);

    @Select("""
            SELECT * FROM visit
            WHERE status = #{status}
                AND (member_id = #{member} OR id IN (SELECT visit_id FROM visit_asking WHERE asked_id = #{member}))
                AND (start_at > #{at} OR (start_at = #{at} AND id > #{id}))
            ORDER BY start_at, id LIMIT #{limit}""")
    List<Visit> standingAt(long member, VisitStatus status, Instant at, long id, int limit);

    @Select("""
            SELECT id FROM visit
            WHERE status IN ('REQUESTED', 'PROPOSED') AND answer_by <= #{now}
            ORDER BY answer_by LIMIT #{limit}""")
    List<Long> unanswered(Instant now, int limit);

    @Insert("INSERT INTO visit_proposal (visit_id, start_at) VALUES (#{visit}, #{start})")
    void insertProposal(long visit, Instant start);

    @Delete("DELETE FROM visit_proposal WHERE visit_id = #{visit}")
    void deleteProposals(long visit);

    @Select("SELECT start_at FROM visit_proposal WHERE visit_id = #{visit} ORDER BY start_at")
    List<Instant> proposals(long visit);

    @Insert("INSERT INTO visit_need (visit_id, request_id) VALUES (#{visit}, #{request})")
    void insertNeed(long visit, long request);

    @Select("SELECT request_id FROM visit_need WHERE visit_id = #{visit} ORDER BY request_id")
    List<Long> needs(long visit);
}
