package cn.gridbell.resident;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ResidentMapper {

    @Insert("""
            INSERT INTO resident (wechat_person_id, created_at, updated_at)
            VALUES (#{wechatPerson}, #{now}, #{now})""")
    void insert(long wechatPerson, Instant now);

    @Select("SELECT id FROM resident WHERE wechat_person_id = #{wechatPerson}")
    @Nullable
    Long findByWechat(long wechatPerson);

    @Select("""
            SELECT r.id, r.wechat_person_id, r.household_id, h.grid_id, r.phone IS NOT NULL AS phone_bound
            FROM resident r LEFT JOIN household h ON h.id = r.household_id
            WHERE r.id = #{id}""")
    @Nullable
    ResidentRow find(long id);

    @Select("SELECT id FROM resident WHERE household_id = #{household} ORDER BY id LIMIT 1")
    @Nullable
    Long someoneAt(long household);

    @Select("SELECT phone FROM resident WHERE id = #{id} AND phone IS NOT NULL")
    @Nullable
    PhoneRow phoneOf(long id);

    @Select("SELECT id FROM resident WHERE phone_index = #{phoneIndex} ORDER BY id")
    List<Long> findByPhone(byte[] phoneIndex);

    @Update("""
            UPDATE resident SET phone = #{phone}, phone_index = #{phoneIndex}, updated_at = #{now}
            WHERE id = #{id}""")
    int bindPhone(long id, byte[] phone, byte[] phoneIndex, Instant now);

    @Update("UPDATE resident SET household_id = #{household}, updated_at = #{now} WHERE id = #{id}")
    int moveTo(long id, long household, Instant now);

    @Insert("""
            INSERT INTO privacy_consent (resident_id, version, agreed_at)
            VALUES (#{resident}, #{version}, #{now})""")
    void consentToPrivacy(long resident, String version, Instant now);

    @Select("""
            SELECT version, agreed_at AS at FROM privacy_consent
            WHERE resident_id = #{resident} ORDER BY agreed_at DESC, version DESC LIMIT 1""")
    @Nullable
    PrivacyConsent latestPrivacyConsent(long resident);

    /** @param phone sealed */
    @SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared
    record PhoneRow(byte[] phone) {}
}
