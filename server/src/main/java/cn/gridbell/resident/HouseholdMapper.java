package cn.gridbell.resident;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface HouseholdMapper {

    @Select("SELECT id FROM household WHERE address_key = #{addressKey}")
    @Nullable
    Long findByAddress(byte[] addressKey);

    @Select("SELECT id, address_key, door, grid_id FROM household WHERE id = #{id}")
    @Nullable
    HouseholdRow find(long id);

    @Select("""
            SELECT h.id, h.address_key, h.door, h.grid_id
            FROM resident r JOIN household h ON h.id = r.household_id
            WHERE r.id = #{resident}""")
    @Nullable
    HouseholdRow findByResident(long resident);

    @Select("SELECT id, address_key, door, grid_id FROM household WHERE grid_id = #{grid} ORDER BY id")
    List<HouseholdRow> inGrid(long grid);

    /** Stores the doors that are not there yet; a known one keeps its row. */
    @Insert("""
            <script>
            INSERT INTO household (address_key, door, grid_id, created_at) VALUES
            <foreach collection="rows" item="row" separator=",">
              (#{row.addressKey}, #{row.door}, #{row.gridId}, #{now})
            </foreach>
            ON DUPLICATE KEY UPDATE grid_id = VALUES(grid_id)
            </script>""")
    void insertMissing(List<HouseholdRow> rows, Instant now);
}
