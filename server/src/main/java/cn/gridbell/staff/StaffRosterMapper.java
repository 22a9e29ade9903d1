package cn.gridbell.staff;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffRosterMapper {

    /** @param phoneIndex null for those who left */
    @SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared
    record Known(long id, String number, byte @Nullable [] phoneIndex, boolean active) {}

    /** An account as a street's file says it, sealed. */
    @SuppressWarnings("ArrayRecordComponent") // a row as the mapper writes it, never compared
    record Entry(
            String number,
            String name,
            byte[] phone,
            byte[] phoneIndex,
            String roles,
            @Nullable String photoUrl,
            byte @Nullable [] publicPhone) {}

    @Select("SELECT id, number, phone_index, active FROM staff_member FOR UPDATE")
    List<Known> known();

    /** Also frees the number, so that two members may exchange theirs in one import. */
    @Update("""
            UPDATE staff_member SET phone = NULL, phone_index = NULL, wechat_person_id = NULL, bound_at = NULL
            WHERE id = #{id}""")
    int unbind(long id);

    @Update("""
            UPDATE staff_member SET active = FALSE, phone = NULL, phone_index = NULL, public_phone = NULL,
                wechat_person_id = NULL, bound_at = NULL
            WHERE id = #{id}""")
    int leave(long id);

    @Update("""
            UPDATE staff_member SET name = #{name}, phone = #{phone}, phone_index = #{phoneIndex}, roles = #{roles},
                photo_url = #{photoUrl}, public_phone = #{publicPhone}, active = TRUE
            WHERE number = #{number}""")
    int update(Entry entry);

    @Insert("""
            <script>
            INSERT INTO staff_member (number, name, phone, phone_index, roles, photo_url, public_phone, active) VALUES
            <foreach collection="entries" item="entry" separator=",">
              (#{entry.number}, #{entry.name}, #{entry.phone}, #{entry.phoneIndex}, #{entry.roles}, #{entry.photoUrl},
               #{entry.publicPhone}, TRUE)
            </foreach>
            </script>""")
    void insertAll(List<Entry> entries);

    @Select("SELECT staff_id, grid_id FROM staff_duty")
    List<StaffRoster.Duty> duties();

    @Delete("DELETE FROM staff_duty WHERE staff_id = #{staffId} AND grid_id = #{gridId}")
    int endDuty(StaffRoster.Duty duty);

    @Insert("""
            <script>
            INSERT INTO staff_duty (staff_id, grid_id, since) VALUES
            <foreach collection="duties" item="duty" separator=",">(#{duty.staffId}, #{duty.gridId}, #{now})</foreach>
            </script>""")
    void insertDuties(List<StaffRoster.Duty> duties, Instant now);
}
