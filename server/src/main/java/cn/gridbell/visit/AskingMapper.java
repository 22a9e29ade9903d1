package cn.gridbell.visit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AskingMapper {

    @Insert("""
            INSERT INTO visit_asking (visit_id, stage, asked_id, remind_at, reminded)
            VALUES (#{visit}, #{stage}, #{asked}, #{remindAt}, FALSE)
            ON DUPLICATE KEY UPDATE stage = #{stage}, asked_id = #{asked}, remind_at = #{remindAt}, reminded = FALSE""")
    void ask(long visit, AskingStage stage, long asked, Instant remindAt);

    @Select("SELECT stage, asked_id FROM visit_asking WHERE visit_id = #{visit}")
    @Nullable
    Asked of(long visit);

    @Select("""
            SELECT a.visit_id FROM visit_asking a JOIN visit v ON v.id = a.visit_id
            WHERE a.reminded = FALSE AND a.remind_at <= #{now} AND v.status = 'REQUESTED' AND v.answer_by > #{now}
            ORDER BY a.remind_at LIMIT #{most}""")
    List<Long> toRemind(Instant now, int most);

    /** @return 0 if another node was first */
    @Update(
            "UPDATE visit_asking SET reminded = TRUE WHERE visit_id = #{visit} AND reminded = FALSE AND remind_at <= #{now}")
    int reminded(long visit, Instant now);

    @Delete("DELETE a FROM visit_asking a JOIN visit v ON v.id = a.visit_id WHERE v.status <> 'REQUESTED'")
    void forgetAnswered();

    record Asked(AskingStage stage, long askedId) {}
}
