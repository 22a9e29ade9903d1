package cn.gridbell.request.published;

import cn.gridbell.request.Closure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PublishedMapper {

    String ROW = """
            <script>
            SELECT r.id, r.number, r.category, CASE WHEN c.state = 'PASSED' THEN r.description END AS description,
                   r.latitude, r.longitude, CASE WHEN c.state = 'PASSED' AND r.source = 'OPEN311' THEN r.address END AS address,
                   r.grid_id, r.status, r.closure, r.source, r.submitted_at, r.updated_at, r.due_at
            FROM request r
            """;

    /**
     * Of what this list is in order of, and of the place. Left to itself the database looks into the index by category once for each of all categories
     * before it chooses, however far apart they lie: most of the time that an empty answer took.
     */
    String BY = """
            <if test="q.categories.isEmpty()">
              USE INDEX (<if test="q.around != null and !q.around.cells().isEmpty()">published_by_place, </if>""";

    String PUBLIC = """
            LEFT JOIN request_check c ON c.request_id = r.id AND c.entry_id = 0 AND c.photo_id = 0
            WHERE r.status NOT IN ('WITHDRAWN', 'REJECTED')
              AND r.category IN <foreach collection="categories" item="k" open="(" separator="," close=")">#{k}</foreach>
            """;

    String FILTER = """
            <if test="q.open != null">
              <choose>
                <when test="q.open">AND r.open_since IS NOT NULL</when>
                <otherwise>AND r.status NOT IN ('SUBMITTED', 'ASSIGNED', 'HANDLING')</otherwise>
              </choose>
            </if>
            <if test="q.around != null">
              <if test="!q.around.cells().isEmpty()">
                AND r.place_cell IN <foreach collection="q.around.cells()" item="cell" open="(" separator="," close=")">#{cell}</foreach>
              </if>
              AND r.latitude BETWEEN #{q.around.south} AND #{q.around.north}
              AND ST_Distance_Sphere(POINT(r.longitude, r.latitude),
                                     POINT(#{q.around.centre.longitude}, #{q.around.centre.latitude})) &lt;= #{q.around.metres}
            </if>
            """;

    String LIMIT = " LIMIT #{q.most} OFFSET #{q.offset}</script>";

    /** @param categories all that are public */
    @Select(ROW + PUBLIC + """
              AND r.number IN <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            ORDER BY r.submitted_at DESC, r.id DESC
            </script>""")
    List<PublishedRow> byNumber(Collection<String> categories, Collection<String> numbers);

    @Select(ROW + BY + "published)</if> " + PUBLIC + FILTER + """
              AND r.submitted_at BETWEEN #{q.submitted.from} AND #{q.submitted.until}
            <if test="q.updated != null">AND r.updated_at BETWEEN #{q.updated.from} AND #{q.updated.until}</if>
            ORDER BY r.submitted_at DESC, r.id DESC
            """ + LIMIT)
    List<PublishedRow> bySubmission(Collection<String> categories, PublishedQuery q);

    /** The same of open ones, which are few among many: {@code open_since} is when they were submitted. */
    @Select(ROW + BY + "published_open)</if> " + PUBLIC + FILTER + """
              AND r.open_since BETWEEN #{q.submitted.from} AND #{q.submitted.until}
            <if test="q.updated != null">AND r.updated_at BETWEEN #{q.updated.from} AND #{q.updated.until}</if>
            ORDER BY r.open_since DESC, r.id DESC
            """ + LIMIT)
    List<PublishedRow> openBySubmission(Collection<String> categories, PublishedQuery q);

    @Select(ROW + BY + "published_by_update)</if> " + PUBLIC + FILTER + """
              AND r.updated_at BETWEEN #{q.updated.from} AND #{q.updated.until}
            ORDER BY r.updated_at DESC, r.id DESC
            """ + LIMIT)
    List<PublishedRow> byUpdate(Collection<String> categories, PublishedQuery q);

    /** Oldest first. */
    @Select("""
            <script>
            SELECT e.id, e.request_id, r.number, e.kind, e.happened_at, e.words, r.closure,
                   NOT EXISTS (SELECT 1 FROM request_entry n
                               WHERE n.request_id = e.request_id AND n.kind = 'ANSWERED' AND n.id &gt; e.id) AS latest
            FROM request_entry e JOIN request r ON r.id = e.request_id
            WHERE e.happened_at BETWEEN #{from} AND #{until}
              AND e.kind IN ('ASSIGNED', 'ACCEPTED', 'ESCALATED', 'REOPENED', 'ANSWERED')
              AND r.status NOT IN ('WITHDRAWN', 'REJECTED')
              AND r.category IN <foreach collection="categories" item="k" open="(" separator="," close=")">#{k}</foreach>
            ORDER BY e.happened_at, e.id LIMIT #{most}
            </script>""")
    List<Entry> updates(Collection<String> categories, Instant from, Instant until, int most);

    /**
     * An entry of a timeline.
     *
     * @param latest whether no later answer stands
     */
    record Entry(
            long id,
            long requestId,
            String number,
            PublishedUpdate.Kind kind,
            Instant happenedAt,
            String words,
            @Nullable Closure closure,
            boolean latest) {}
}
