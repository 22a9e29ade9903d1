package cn.gridbell.wechat;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PersonMapper {

    @Select("""
            SELECT id, mini_open_id, official_open_id, union_id, following, follow_changed_at, merged_into
            FROM wechat_person WHERE id = #{id}""")
    @Nullable
    PersonRow find(long id);

    @Select("""
            SELECT id, mini_open_id, official_open_id, union_id, following, follow_changed_at, merged_into
            FROM wechat_person WHERE mini_open_id = #{openId}""")
    @Nullable
    PersonRow findByMini(String openId);

    @Select("""
            SELECT id, mini_open_id, official_open_id, union_id, following, follow_changed_at, merged_into
            FROM wechat_person WHERE official_open_id = #{openId}""")
    @Nullable
    PersonRow findByOfficial(String openId);

    @Select("""
            SELECT id, mini_open_id, official_open_id, union_id, following, follow_changed_at, merged_into
            FROM wechat_person WHERE union_id = #{unionId}""")
    @Nullable
    PersonRow findByUnion(String unionId);

    @Insert("""
            INSERT INTO wechat_person (mini_open_id, official_open_id, union_id, created_at)
            VALUES (#{mini}, #{official}, #{union}, #{now})""")
    void insert(@Nullable String mini, @Nullable String official, @Nullable String union, Instant now);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Select("SELECT id FROM wechat_person WHERE id IN (#{first}, #{second}) ORDER BY id FOR UPDATE")
    java.util.List<Long> lock(long first, long second);

    /** Adds what was not known; a value that stands is kept. */
    @Update("""
            UPDATE wechat_person SET
              mini_open_id = COALESCE(mini_open_id, #{mini}),
              official_open_id = COALESCE(official_open_id, #{official}),
              union_id = COALESCE(union_id, #{union})
            WHERE id = #{id} AND merged_into IS NULL""")
    int complete(long id, @Nullable String mini, @Nullable String official, @Nullable String union);

    @Update("""
            UPDATE wechat_person SET mini_open_id = NULL, official_open_id = NULL, union_id = NULL, following = FALSE,
              merged_into = #{into}
            WHERE id = #{id} AND merged_into IS NULL""")
    int mergeInto(long id, long into);

    @Update("""
            UPDATE wechat_person SET following = #{following}, follow_changed_at = #{at}
            WHERE id = #{id} AND merged_into IS NULL AND (follow_changed_at IS NULL OR follow_changed_at <= #{at})""")
    int follow(long id, boolean following, @Nullable Instant at);
}
