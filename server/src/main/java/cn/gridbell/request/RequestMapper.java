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
                   latitude, longitude, address, grid_id, status, colour, holder_staff_id, submitted_at, due_at,
                   escalates_at, accepted_at, answered_at, answered_by_staff_id, closure, result, solved, stars,
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
                                 status, colour, holder_staff_id, submitted_at, due_at, escalates_at, moved_at, version)
            VALUES (#{r.number}, #{r.reporterResidentId}, #{r.reporterStaffId}, #{r.anonymous}, #{r.source},
                    #{r.category}, #{r.description}, #{r.latitude}, #{r.longitude}, #{r.address}, #{r.gridId},
                    #{communityId}, #{streetId}, #{r.status}, #{r.colour}, #{r.holderStaffId}, #{r.submittedAt},
                    #{r.dueAt}, #{r.escalatesAt}, #{r.movedAt}, #{r.version})""")
    void insert(Request r, @Nullable Long communityId, @Nullable Long streetId);

    /** The id this transaction was given last. */
    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    /** Stores a change if the row still stands as it was read; 0 if somebody else was faster. */
    @Update("""
            UPDATE request
            SET status = #{status}, colour = #{colour}, holder_staff_id = #{holderStaffId}, due_at = #{dueAt},
                escalates_at = #{escalatesAt}, accepted_at = #{acceptedAt}, answered_at = #{answeredAt},
                answered_by_staff_id = #{answeredByStaffId}, closure = #{closure}, result = #{result},
                solved = #{solved}, stars = #{stars}, moved_at = #{movedAt}, version = version + 1
            WHERE id = #{id} AND status = #{stood} AND version = #{version}""")
    int move(Request request);

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    Request find(long id);

    @Select(ROW + """
            WHERE reporter_resident_id = #{resident}
              AND (submitted_at < #{after.at} OR (submitted_at = #{after.at} AND id < #{after.id}))
            ORDER BY submitted_at DESC, id DESC LIMIT #{limit}""")
    List<Request> ofReporter(long resident, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE holder_staff_id = #{staff}" + BY_DUE)
    List<Request> heldBy(long staff, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at IS NOT NULL" + SERVED + BY_DUE)
    List<Request> openWithin(Collection<Long> grids, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at &lt; #{now}" + SERVED + BY_DUE)
    List<Request> overdueWithin(Collection<Long> grids, Instant now, Cursor after, int limit);

    /** What the timer has to move up, the longest overdue first. */
    @Select(ROW + """
            WHERE escalates_at <= #{now} AND (escalates_at > #{after.at} OR (escalates_at = #{after.at} AND id > #{after.id}))
            ORDER BY escalates_at, id LIMIT #{limit}""")
    List<Request> dueForTimer(Instant now, Cursor after, int limit);

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
