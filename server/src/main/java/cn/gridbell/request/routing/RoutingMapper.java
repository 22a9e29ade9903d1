package cn.gridbell.request.routing;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoutingMapper {

    /** @param category empty: every category */
    record RouteRow(
            long id,
            long gridId,
            String category,
            RouteTarget.Kind target,
            @Nullable Long unitId) {

        RouteTarget to() {
            return new RouteTarget(target, unitId);
        }

        int narrowness(String asked) {
            return category.equals(asked) ? 0 : category.isEmpty() ? 2 : 1;
        }
    }

    @Select("""
            <script>
            SELECT id, grid_id, category, target, unit_id FROM request_route
            WHERE grid_id IN <foreach collection="path" item="g" open="(" separator="," close=")">#{g}</foreach>
              AND category IN (#{category}, #{heading}, '')
            </script>""")
    List<RouteRow> fitting(List<Long> path, String category, String heading);

    @Select("SELECT id, grid_id, category, target, unit_id FROM request_route ORDER BY grid_id, category LIMIT 2000")
    List<RouteRow> all();

    /** The same territory and category again replaces what stood there. */
    @Insert("""
            INSERT INTO request_route (grid_id, category, target, unit_id)
            VALUES (#{gridId}, #{category}, #{target}, #{unitId})
            ON DUPLICATE KEY UPDATE target = #{target}, unit_id = #{unitId}""")
    void put(long gridId, String category, RouteTarget.Kind target, @Nullable Long unitId);

    @Delete("DELETE FROM request_route WHERE id = #{id}")
    int delete(long id);

    @Select("SELECT code, name, rests, active FROM request_responsibility ORDER BY code")
    List<Responsibility> responsibilities();

    @Select("SELECT code, name, rests, active FROM request_responsibility WHERE code = #{code}")
    @Nullable
    Responsibility responsibility(String code);

    @Insert("""
            INSERT INTO request_responsibility (code, name, rests, active) VALUES (#{code}, #{name}, #{rests}, #{active})
            ON DUPLICATE KEY UPDATE name = #{name}, rests = #{rests}, active = #{active}""")
    void putResponsibility(Responsibility item);
}
