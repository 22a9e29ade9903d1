package cn.gridbell.request.figures;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FigureMapper {

    @Select("""
            <script>
            SELECT r.grid_id, COUNT(*) AS submitted,
                   CAST(SUM(r.status IN ('SUBMITTED', 'ASSIGNED', 'HANDLING')) AS SIGNED) AS open,
                   CAST(SUM(r.status IN ('ANSWERED', 'EVALUATED', 'UNRATED') AND r.closure = 'SOLVED') AS SIGNED) AS solved,
                   CAST(SUM(r.status IN ('ANSWERED', 'EVALUATED', 'UNRATED') AND r.closure = 'PARTLY') AS SIGNED) AS partly,
                   CAST(SUM(r.status IN ('ANSWERED', 'EVALUATED', 'UNRATED') AND r.closure = 'REFUSED') AS SIGNED) AS refused,
                   CAST(SUM(r.status IN ('ANSWERED', 'EVALUATED', 'UNRATED') AND r.closure = 'TRANSFERRED') AS SIGNED) AS transferred,
                   CAST(SUM(r.status = 'MERGED') AS SIGNED) AS merged,
                   CAST(SUM(r.status = 'WITHDRAWN') AS SIGNED) AS withdrawn,
                   CAST(SUM(r.status = 'REJECTED') AS SIGNED) AS rejected,
                   CAST(SUM(CASE WHEN r.status IN ('SUBMITTED', 'ASSIGNED', 'HANDLING') THEN r.due_at &lt; #{now}
                                 WHEN r.status IN ('ANSWERED', 'EVALUATED', 'UNRATED') THEN r.answered_at &gt; r.due_at
                                 ELSE 0 END) AS SIGNED) AS overdue,
                   COALESCE(CAST(SUM(g.rated) AS SIGNED), 0) AS rated,
                   CAST(SUM(g.stars) AS DOUBLE) / SUM(g.rated) AS average,
                   CAST(SUM(r.status = 'UNRATED') AS SIGNED) AS unrated
            FROM request r
            LEFT JOIN (SELECT t.request_id, COUNT(*) AS rated, SUM(t.stars) AS stars
                       FROM request_rating t JOIN request p ON p.id = t.request_id
                       WHERE p.submitted_at &gt;= #{from} AND p.submitted_at &lt; #{to}
                       GROUP BY t.request_id) g ON g.request_id = r.id
            WHERE r.submitted_at &gt;= #{from} AND r.submitted_at &lt; #{to}
              AND (r.grid_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR r.community_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR r.street_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>)
            GROUP BY r.grid_id ORDER BY r.grid_id
            </script>""")
    List<FigureRow> ofPeriod(Collection<Long> grids, Instant from, Instant to, Instant now);
}
