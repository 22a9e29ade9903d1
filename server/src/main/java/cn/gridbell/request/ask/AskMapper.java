package cn.gridbell.request.ask;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AskMapper {

    /** @throws org.springframework.dao.DuplicateKeyException if one is open */
    @Insert("""
            INSERT INTO request_ask (request_id, kind, staff_id, unit_id, words, item_code, working_hours, asked_at, lapses_at)
            VALUES (#{requestId}, #{kind}, #{staffId}, #{unitId}, #{words}, #{itemCode}, #{workingHours}, #{askedAt},
                    #{lapsesAt})""")
    void insert(Ask ask);

    @Update("""
            UPDATE request_ask SET outcome = #{outcome}, settled_by_staff_id = #{staff}, settled_at = #{at}
            WHERE open_of = #{request}""")
    int settle(long request, AskOutcome outcome, @org.jspecify.annotations.Nullable Long staff, Instant at);

    @Select("""
            SELECT id, request_id, kind, staff_id, unit_id, words, item_code, working_hours, asked_at, lapses_at, outcome,
                   settled_at
            FROM request_ask WHERE request_id = #{request} ORDER BY id""")
    List<Ask> of(long request);

    /** Requests whose question has waited long enough, the longest first. */
    @Select("""
            SELECT request_id FROM request_ask
            WHERE open_lapses_at <= #{now} ORDER BY open_lapses_at, id LIMIT #{limit}""")
    List<Long> lapsed(Instant now, int limit);
}
