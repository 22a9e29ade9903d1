package cn.gridbell.visit.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface OutboxMapper {

    /** @throws org.springframework.dao.DuplicateKeyException if it came before */
    @Insert("""
            INSERT INTO visit_outbox_item (member_id, client_id, visit_id, kind, rank_no, body_hash, body, state, at, taken_at)
            VALUES (#{memberId}, #{clientId}, #{visitId}, #{kind}, #{rankNo}, #{bodyHash}, #{body}, #{state}, #{at}, #{takenAt})""")
    void insert(OutboxRow item);

    String ITEM = """
            SELECT member_id, client_id, visit_id, kind, rank_no, body_hash, body, state, problem, detail, at, taken_at
            FROM visit_outbox_item
            """;

    @Select(ITEM + "WHERE member_id = #{member} AND client_id = #{client}")
    @Nullable
    OutboxRow find(long member, String client);

    /** The item, locked: two deliveries at once are worked once. */
    @Select(ITEM + "WHERE member_id = #{member} AND client_id = #{client} FOR UPDATE")
    @Nullable
    OutboxRow lock(long member, String client);

    @Select(
            ITEM
                    + "WHERE visit_id = #{visit} AND member_id = #{member} AND state = 'WAITING' ORDER BY rank_no, at, client_id")
    List<OutboxRow> waiting(long member, long visit);

    @Update("""
            UPDATE visit_outbox_item SET state = #{state}, problem = #{problem}, detail = #{detail}, body = NULL
            WHERE member_id = #{member} AND client_id = #{client} AND state = 'WAITING'""")
    int settle(long member, String client, OutboxState state, @Nullable String problem, @Nullable String detail);

    @Update("""
            UPDATE visit_outbox_item SET state = 'REFUSED', problem = #{problem}, detail = #{detail}, body = NULL
            WHERE visit_id = #{visit} AND state = 'WAITING'""")
    void endWaiting(long visit, String problem, String detail);

    @Delete("DELETE FROM visit_outbox_item WHERE taken_at < #{before} LIMIT 1000")
    int forget(Instant before);
}
