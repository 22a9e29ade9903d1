package cn.gridbell.message.consent;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ConsentMapper {

    /** Makes the row if it is not there and locks it either way. */
    @Insert("""
            INSERT INTO message_consent (wechat_person_id, template_id, remaining, long_term, updated_at)
            VALUES (#{person}, #{templateId}, 0, #{longTerm}, #{now})
            ON DUPLICATE KEY UPDATE long_term = VALUES(long_term)""")
    void lock(long person, String templateId, boolean longTerm, Instant now);

    @Update("""
            UPDATE message_consent SET remaining = LEAST(remaining + 1, #{most}), updated_at = #{now}
            WHERE wechat_person_id = #{person} AND template_id = #{templateId}""")
    void add(long person, String templateId, int most, Instant now);

    /** Zero rows if nothing is left over what is kept; a long-term one is never used up. */
    @Update("""
            UPDATE message_consent SET remaining = CASE WHEN long_term THEN remaining ELSE remaining - 1 END, updated_at = #{now}
            WHERE wechat_person_id = #{person} AND template_id = #{templateId} AND remaining > CASE WHEN long_term THEN 0 ELSE #{kept} END""")
    int spend(long person, String templateId, int kept, Instant now);

    @Update("""
            UPDATE message_consent SET remaining = 0, updated_at = #{now}
            WHERE wechat_person_id = #{person} AND template_id = #{templateId} AND remaining > 0""")
    int zero(long person, String templateId, Instant now);

    @Select("""
            SELECT template_id, remaining, long_term FROM message_consent
            WHERE wechat_person_id = #{person} ORDER BY template_id""")
    List<ConsentRow> ofPerson(long person);

    @Insert("""
            INSERT INTO message_consent_entry
                (wechat_person_id, template_id, source, source_key, choice, delta, pair_id, message_id, at)
            VALUES (#{person}, #{templateId}, #{source}, #{sourceKey}, #{choice}, #{delta}, #{pairId}, #{messageId}, #{at})""")
    void insert(ConsentEntry entry);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    /** Whether this report was heard before. */
    @Select("""
            SELECT COUNT(*) FROM message_consent_entry
            WHERE source = #{source} AND source_key = #{sourceKey} AND template_id = #{templateId}""")
    int countOf(ConsentSource source, String sourceKey, String templateId);

    /** The oldest accept of the other source that has no pair yet. */
    @Select("""
            SELECT id FROM message_consent_entry
            WHERE wechat_person_id = #{person} AND template_id = #{templateId} AND choice = 'ACCEPT' AND source = #{other}
              AND pair_id IS NULL AND at BETWEEN #{from} AND #{until}
            ORDER BY at, id LIMIT 1""")
    @Nullable
    Long unpairedAccept(long person, String templateId, ConsentSource other, Instant from, Instant until);

    @Update("UPDATE message_consent_entry SET pair_id = #{pair} WHERE id = #{id} AND pair_id IS NULL")
    int pair(long id, long pair);
}
