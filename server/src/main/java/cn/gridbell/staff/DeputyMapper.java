package cn.gridbell.staff;

import cn.gridbell.platform.security.Role;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface DeputyMapper {

    @Select("""
            SELECT d.deputy_id, d.grid_id, m.active FROM staff_deputy d JOIN staff_member m ON m.id = d.deputy_id
            WHERE d.staff_id = #{staff} ORDER BY d.position""")
    List<DeputyRow> of(long staff);

    @Select("""
            SELECT m.id FROM staff_duty d JOIN staff_member m ON m.id = d.staff_id
            WHERE d.grid_id = #{grid} AND m.active AND FIND_IN_SET(#{role}, m.roles) > 0 ORDER BY m.number""")
    List<Long> onDuty(long grid, Role role);

    @Delete("DELETE FROM staff_deputy WHERE staff_id = #{staff}")
    void forget(long staff);

    @Insert("""
            INSERT INTO staff_deputy (staff_id, position, deputy_id, grid_id)
            VALUES (#{staff}, #{position}, #{deputy}, #{grid})""")
    void insert(long staff, int position, long deputy, @Nullable Long grid);

    /** @param active whether the deputy is still there */
    record DeputyRow(long deputyId, @Nullable Long gridId, boolean active) {}
}
