package cn.gridbell.staff;

import cn.gridbell.platform.security.Role;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    @Select("""
            SELECT id, number, name, roles, photo_url, wechat_person_id
            FROM staff_member WHERE id = #{id}""")
    @Nullable
    StaffMemberRow find(long id);

    @Select("""
            SELECT id, number, name, roles, photo_url, wechat_person_id
            FROM staff_member WHERE wechat_person_id = #{wechatPerson} AND active""")
    @Nullable
    StaffMemberRow findByWechat(long wechatPerson);

    /** Locks the account: two people who bind one phone at once take turns. */
    @Select("SELECT id FROM staff_member WHERE phone_index = #{phoneIndex} AND active FOR UPDATE")
    @Nullable
    Long lockByPhone(byte[] phoneIndex);

    @Update("""
            UPDATE staff_member SET wechat_person_id = NULL, bound_at = NULL
            WHERE wechat_person_id = #{wechatPerson} AND id <> #{except}""")
    int release(long wechatPerson, long except);

    @Update("UPDATE staff_member SET wechat_person_id = #{wechatPerson}, bound_at = #{now} WHERE id = #{id}")
    int bind(long id, long wechatPerson, Instant now);

    @Select(
            "SELECT id, number, name, roles, photo_url, wechat_person_id FROM staff_member WHERE active ORDER BY number")
    List<StaffMemberRow> active();

    @Select("SELECT grid_id FROM staff_duty WHERE staff_id = #{id} ORDER BY grid_id")
    List<Long> dutiesOf(long id);

    /** The one with the lowest number, so that the same person is named each time. */
    @Select("""
            SELECT m.id, m.number, m.name, m.roles, m.photo_url, m.wechat_person_id
            FROM staff_duty d JOIN staff_member m ON m.id = d.staff_id
            WHERE d.grid_id = #{grid} AND m.active AND FIND_IN_SET(#{role}, m.roles) > 0
            ORDER BY m.number LIMIT 1""")
    @Nullable
    StaffMemberRow onDuty(long grid, Role role);

    @Select("""
            SELECT id, number, name, roles, photo_url, wechat_person_id
            FROM staff_member WHERE active AND FIND_IN_SET(#{role}, roles) > 0
            ORDER BY number LIMIT 1""")
    @Nullable
    StaffMemberRow first(Role role);

    @Select("""
            <script>
            SELECT COUNT(*) > 0 FROM staff_duty d JOIN staff_member m ON m.id = d.staff_id
            WHERE d.staff_id = #{id} AND m.active AND d.grid_id IN
            <foreach collection="grids" item="grid" open="(" separator="," close=")">#{grid}</foreach>
            </script>""")
    boolean servesOneOf(long id, List<Long> grids);

    @Select("SELECT number, public_phone FROM staff_member WHERE id = #{id} AND active AND public_phone IS NOT NULL")
    @Nullable
    PublicPhoneRow publicPhoneOf(long id);

    /** @param publicPhone sealed */
    @SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared
    record PublicPhoneRow(String number, byte[] publicPhone) {}
}
