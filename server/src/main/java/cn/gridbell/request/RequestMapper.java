package cn.gridbell.request;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
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

    /** Says how a row becomes a request. Spelt out, because finding it by argument names costs reflection for each row and column. */
    @Select(ROW + "WHERE id = #{id}")
    @Results(id = "request")
    @ConstructorArgs({
        @Arg(column = "id", name = "id", javaType = long.class),
        @Arg(column = "number", name = "number", javaType = String.class),
        @Arg(column = "reporter_resident_id", name = "reporterResidentId", javaType = Long.class),
        @Arg(column = "reporter_staff_id", name = "reporterStaffId", javaType = Long.class),
        @Arg(column = "anonymous", name = "anonymous", javaType = boolean.class),
        @Arg(column = "source", name = "source", javaType = RequestSource.class),
        @Arg(column = "category", name = "category", javaType = String.class),
        @Arg(column = "description", name = "description", javaType = String.class),
        @Arg(column = "latitude", name = "latitude", javaType = Double.class),
        @Arg(column = "longitude", name = "longitude", javaType = Double.class),
        @Arg(column = "address", name = "address", javaType = String.class),
        @Arg(column = "grid_id", name = "gridId", javaType = long.class),
        @Arg(column = "status", name = "status", javaType = RequestStatus.class),
        @Arg(column = "sub_state", name = "subState", javaType = RequestSubState.class),
        @Arg(column = "colour", name = "colour", javaType = Colour.class),
        @Arg(column = "holder_staff_id", name = "holderStaffId", javaType = Long.class),
        @Arg(column = "holder_unit_id", name = "holderUnitId", javaType = Long.class),
        @Arg(column = "submitted_at", name = "submittedAt", javaType = Instant.class),
        @Arg(column = "due_at", name = "dueAt", javaType = Instant.class),
        @Arg(column = "escalates_at", name = "escalatesAt", javaType = Instant.class),
        @Arg(column = "accepted_at", name = "acceptedAt", javaType = Instant.class),
        @Arg(column = "answered_at", name = "answeredAt", javaType = Instant.class),
        @Arg(column = "answered_by_staff_id", name = "answeredByStaffId", javaType = Long.class),
        @Arg(column = "closure", name = "closure", javaType = Closure.class),
        @Arg(column = "result", name = "result", javaType = String.class),
        @Arg(column = "solved", name = "solved", javaType = Solved.class),
        @Arg(column = "stars", name = "stars", javaType = Integer.class),
        @Arg(column = "moved_at", name = "movedAt", javaType = Instant.class),
        @Arg(column = "version", name = "version", javaType = int.class)
    })
    @Nullable
    Request find(long id);

    /** Held until the transaction ends: nobody moves it meanwhile. */
    @Select(ROW + "WHERE id = #{id} FOR UPDATE")
    @ResultMap("request")
    @Nullable
    Request lock(long id);

    @Select("<script>" + ROW + """
            WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    @ResultMap("request")
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
    @ResultMap("request")
    List<Request> ofReporter(long resident, Cursor after, int limit);

    @Select(ROW + """
            WHERE reporter_resident_id = #{resident} AND open_due_at IS NOT NULL
            ORDER BY open_due_at, id LIMIT #{most}""")
    @ResultMap("request")
    List<Request> openOf(long resident, int most);

    @Select("<script>" + ROW + "WHERE holder_staff_id = #{staff}" + BY_DUE)
    @ResultMap("request")
    List<Request> heldBy(long staff, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE holder_unit_id = #{unit}" + BY_DUE)
    @ResultMap("request")
    List<Request> heldByUnit(long unit, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at IS NOT NULL" + SERVED + BY_DUE)
    @ResultMap("request")
    List<Request> openWithin(Collection<Long> grids, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at IS NOT NULL AND (colour = 'BLUE' OR sub_state = 'JOINT_MEETING')"
            + SERVED + BY_DUE)
    @ResultMap("request")
    List<Request> forMeetingWithin(Collection<Long> grids, Cursor after, int limit);

    @Select("<script>" + ROW + "WHERE open_due_at &lt; #{now}" + SERVED + BY_DUE)
    @ResultMap("request")
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
