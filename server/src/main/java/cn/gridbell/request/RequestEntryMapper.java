package cn.gridbell.request;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RequestEntryMapper {

    @Insert("""
            INSERT INTO request_entry (request_id, kind, actor, actor_id, words, happened_at)
            VALUES (#{requestId}, #{kind}, #{actor.kind}, #{actor.id}, #{words}, #{at})""")
    void insert(long requestId, EntryKind kind, Actor actor, String words, Instant at);

    /** @throws org.springframework.dao.DuplicateKeyException if the chat message was heard before */
    @Insert("""
            INSERT INTO request_entry (request_id, kind, actor, actor_id, words, inbound_id, happened_at)
            VALUES (#{requestId}, 'HEARD', 'RESIDENT', #{residentId}, #{words}, #{inboundId}, #{at})""")
    void insertHeard(long requestId, long residentId, String words, long inboundId, Instant at);

    /** The id of the entry this transaction wrote last. */
    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Select("SELECT request_id FROM request_entry WHERE id = #{id}")
    @Nullable
    Long requestOf(long id);

    @Select("SELECT request_id FROM request_entry WHERE inbound_id = #{inboundId}")
    @Nullable
    Long requestHeardBy(long inboundId);

    @Select("""
            SELECT id, request_id, kind, actor, actor_id, words, happened_at FROM request_entry
            WHERE request_id = #{requestId} ORDER BY id LIMIT 500""")
    List<RequestEntry> of(long requestId);

    @Select("SELECT COUNT(*) FROM request_entry WHERE request_id = #{requestId} AND kind = #{kind}")
    int count(long requestId, EntryKind kind);
}
