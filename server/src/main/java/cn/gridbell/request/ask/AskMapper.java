package cn.gridbell.request.ask;

import cn.gridbell.platform.Cursor;
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

    /** Requests whose question has waited long enough, the longest first. One question of a request is open at most. */
    @Select("""
            SELECT open_lapses_at AS at, request_id AS id FROM request_ask
            WHERE open_lapses_at <= #{now}
                AND (open_lapses_at > #{after.at} OR (open_lapses_at = #{after.at} AND request_id > #{after.id}))
            ORDER BY open_lapses_at, request_id LIMIT #{most}""")
    List<Cursor> lapsed(Instant now, Cursor after, int most);
}
