package cn.gridbell.request.likeness;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NearMapper {

    /** Open ones, newest first. */
    @Select("""
            <script>
            SELECT r.id, r.latitude, r.longitude, r.submitted_at,
                   CASE WHEN c.state = 'PASSED' THEN r.description END AS words
            FROM request r
            LEFT JOIN request_check c ON c.request_id = r.id AND c.entry_id = 0 AND c.photo_id = 0
            WHERE r.category = #{category}
              AND r.near_cell IN <foreach collection="cells" item="cell" open="(" separator="," close=")">#{cell}</foreach>
              AND r.submitted_at &gt;= #{since}
            ORDER BY r.submitted_at DESC LIMIT #{most}
            </script>""")
    List<NearRow> open(String category, Collection<Long> cells, Instant since, int most);
}
