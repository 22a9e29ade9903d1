package cn.gridbell.request;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RequestMapper {

    String ROW = """
            SELECT id, number, reporter_resident_id, reporter_staff_id, anonymous, source, category, description,
                   latitude, longitude, address, grid_id, status, sub_state, colour, holder_staff_id, holder_unit_id,
                   submitted_at, due_at, escalates_at, accepted_at, answered_at, answered_by_staff_id, closure, result, solved, stars,
                   moved_at, version
            FROM request
            """;

    String SERVED = """
              AND (grid_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR community_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR street_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>)
            """;

    String BY_DUE = """
              AND (open_due_at &gt; #{after.at} OR (open_due_at = #{after.at} AND id &gt; #{after.id}))
            ORDER BY open_due_at, id LIMIT #{limit}
            </script>""";

    @Insert("""
            INSERT INTO request (number, reporter_resident_id, reporter_staff_id, anonymous, source, category,
                                 description, latitude, longitude, address, grid_id, community_id, street_id,
                                 status, colour, holder_staff_id, holder_unit_id, submitted_at, due_at, escalates_at,
                                 moved_at, version)
            VALUES (#{r.number}, #{r.reporterResidentId}, #{r.reporterStaffId}, #{r.anonymous}, #{r.source},
                    #{r.category}, #{r.description}, #{r.latitude}, #{r.longitude}, #{r.address}, #{r.gridId},
                    #{communityId}, #{streetId}, #{r.status}, #{r.colour}, #{r.holderStaffId}, #{r.holderUnitId},
                    #{r.submittedAt}, #{r.dueAt}, #{r.escalatesAt}, #{r.movedAt}, #{r.version})""")
    void insert(Request r, @Nullable Long communityId, @Nullable Long streetId);

    /** The id this transaction was given last. */
    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    /** Stores a change if the row still stands as it was read; 0 if somebody else was faster. */
    @Update("""
            UPDATE request
            SET category = #{category}, status = #{status}, sub_state = #{subState}, colour = #{colour}, holder_staff_id = #{holderStaffId},
                holder_unit_id = #{holderUnitId}, due_at = #{dueAt}, escalates_at = #{escalatesAt}, accepted_at = #{acceptedAt}, answered_at = #{answeredAt},
                answered_by_staff_id = #{answeredByStaffId}, closure = #{closure}, result = #{result},
                solved = #{solved}, stars = #{stars}, moved_at = #{movedAt}, version = version + 1
            WHERE id = #{id} AND status = #{stood} AND sub_state <=> #{stoodAs} AND version = #{version}""")
    int move(Request request);

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    Request find(long id);

    /** Held until the transaction ends: nobody moves it meanwhile. */
    @Select(ROW + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    Request lock(long id);

    @Select("<script>" + ROW + """
            WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    List<Request> all(Collection<Long> ids);

    /** Answered by then and not rated yet, the longest wait first. */
    @Select("""
            SELECT answered_at AS at, id FROM request
            WHERE status = 'ANSWERED' AND answered_at <= #{before}
                AND (answered_at > #{after.at} OR (answered_at = #{after.at} AND id > #{after.id}))
            ORDER BY answered_at, id LIMIT #{most}""")
    List<Cursor> unrated(Instant before, Cursor after, int most);

    @Select(ROW + """
            WHERE reporter_resident_id = #{resident}
              AND (submitted_at < #{after.at} OR (submitted_at = #{after.at} AND id < #{after.id}))
            ORDER BY submitted_at DESC, id DESC LIMIT #{limit}""")
    List<Request> ofReporter(long resident, Cursor after, int limit);

    @Select(ROW + """
            WHERE reporter_resident_id = #{resident} AND open_due_at IS NOT NULL
            ORDER BY open_due_at, id LIMIT #{most}""")
    List<Request> openOf(long resident, int most);

    @Select("<script>" + ROW + "WHERE holder_staff_id = #{staff}" + BY_DUE)
    List<Request> heldBy(long staff, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE holder_unit_id = #{unit}" + BY_DUE)
    List<Request> heldByUnit(long unit, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at IS NOT NULL" + SERVED + BY_DUE)
    List<Request> openWithin(Collection<Long> grids, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at IS NOT NULL AND (colour = 'BLUE' OR sub_state = 'JOINT_MEETING')"
            + SERVED + BY_DUE)
    List<Request> forMeetingWithin(Collection<Long> grids, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at &lt; #{now}" + SERVED + BY_DUE)
    List<Request> overdueWithin(Collection<Long> grids, Instant now, Cursor after, int limit);

    /** What the timer has to move up, the longest overdue first. */
    @Select("""
            SELECT escalates_at AS at, id FROM request
            WHERE escalates_at <= #{now} AND (escalates_at > #{after.at} OR (escalates_at = #{after.at} AND id > #{after.id}))
            ORDER BY escalates_at, id LIMIT #{limit}""")
    List<Cursor> dueForTimer(Instant now, Cursor after, int limit);

    @Select("""
            SELECT id FROM request WHERE reporter_resident_id = #{resident} AND answered_at >= #{since}
            ORDER BY answered_at DESC, id DESC LIMIT 1""")
    @Nullable
    Long answeredLast(long resident, Instant since);

    @Select("""
            SELECT id FROM request
            WHERE reporter_resident_id = #{resident} AND open_due_at IS NOT NULL AND moved_at >= #{since}
            ORDER BY moved_at DESC, id DESC LIMIT 1""")
    @Nullable
    Long openMovedLast(long resident, Instant since);
}
