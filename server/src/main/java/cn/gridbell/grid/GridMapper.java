package cn.gridbell.grid;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The SQL of the room {@code grid}. */
@Mapper
interface GridMapper {

    @Select("SELECT version FROM grid_redrawing WHERE id = 1")
    long version();

    /** Also takes the lock that lets one import run at a time, until the transaction ends. */
    @Update("UPDATE grid_redrawing SET version = version + 1 WHERE id = 1")
    int nextVersion();

    @Select("SELECT id, code, name, level, kind, parent_code, territory FROM grid ORDER BY code")
    List<GridRow> grids();

    @Select("SELECT COUNT(*) FROM grid")
    int gridCount();

    @Insert("""
            INSERT INTO grid (code, name, level, kind, parent_code, territory)
            VALUES (#{code}, #{name}, #{level}, #{kind}, #{parentCode}, #{territory})
            ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind), parent_code = VALUES(parent_code),
                                    territory = VALUES(territory)
            """)
    int keepGrid(GridRow row);

    @Select("SELECT address, building, grid_code, latitude, longitude FROM building ORDER BY address, building")
    List<BuildingRow> buildings();

    @Delete("DELETE FROM building")
    int forgetBuildings();

    @Insert("""
            <script>
            INSERT INTO building (address, building, grid_code, latitude, longitude) VALUES
            <foreach collection="rows" item="row" separator=",">
              (#{row.address}, #{row.building}, #{row.gridCode}, #{row.latitude}, #{row.longitude})
            </foreach>
            </script>
            """)
    int addBuildings(List<BuildingRow> rows);
}
