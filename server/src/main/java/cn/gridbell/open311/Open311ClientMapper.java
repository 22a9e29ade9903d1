package cn.gridbell.open311;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface Open311ClientMapper {

    String ROW = """
            SELECT id, name, contact, jurisdiction, key_hash, key_end, may_write, services, created_at, revoked_at
            FROM open311_client
            """;

    @Insert("""
            INSERT INTO open311_client (name, contact, jurisdiction, key_hash, key_end, may_write, services, created_at, created_by)
            VALUES (#{c.name}, #{c.contact}, #{c.jurisdiction}, #{c.keyHash}, #{c.keyEnd}, #{c.mayWrite}, #{c.services},
                    #{c.createdAt}, #{staff})""")
    void insert(Open311ClientRow c, long staff);

    /** The id this transaction was given last. */
    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    Open311ClientRow find(long id);

    @Select(ROW + "WHERE key_hash = #{hash} AND revoked_at IS NULL")
    @Nullable
    Open311ClientRow findByKey(byte[] hash);

    /** Newest first. */
    @Select(ROW + "WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<Open311ClientRow> before(long before, int limit);

    /** Zero rows if it was revoked before. */
    @Update(
            "UPDATE open311_client SET revoked_at = #{now}, revoked_by = #{staff} WHERE id = #{id} AND revoked_at IS NULL")
    int revoke(long id, long staff, Instant now);
}
