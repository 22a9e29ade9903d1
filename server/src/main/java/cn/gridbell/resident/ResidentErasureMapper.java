package cn.gridbell.resident;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ResidentErasureMapper {

    @Delete("DELETE FROM privacy_consent WHERE resident_id = #{id}")
    void deleteConsents(long id);

    @Delete("DELETE FROM resident WHERE id = #{id}")
    void delete(long id);

    @Update("UPDATE resident SET phone = NULL, phone_index = NULL, updated_at = #{now} WHERE id = #{id}")
    void dropPhone(long id, Instant now);

    @Update("UPDATE resident SET household_id = NULL, updated_at = #{now} WHERE id = #{id}")
    void dropHousehold(long id, Instant now);
}
