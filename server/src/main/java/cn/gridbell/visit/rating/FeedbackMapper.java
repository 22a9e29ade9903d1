package cn.gridbell.visit.rating;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FeedbackMapper {

    /** The row of a visit, if there is none yet. */
    @Insert("""
            INSERT INTO visit_feedback (visit_id, member_id, grid_id) VALUES (#{visit}, #{member}, #{grid})
            ON DUPLICATE KEY UPDATE visit_id = visit_id""")
    void open(long visit, long member, long grid);

    @Update("""
            UPDATE visit_feedback SET stars = #{stars}, helped = #{helped}, rated_at = #{at}
            WHERE visit_id = #{visit} AND rated_at IS NULL""")
    int rate(long visit, int stars, boolean helped, Instant at);

    /** @return 0 if it was rated before */
    @Update("""
            UPDATE visit_feedback SET solved = #{solved}, solved_at = #{at}
            WHERE visit_id = #{visit} AND solved_at IS NULL""")
    int rateOutcome(long visit, Solved solved, Instant at);

    @Select("SELECT COUNT(stars) AS ratings, COUNT(solved) AS outcomes FROM visit_feedback WHERE member_id = #{member}")
    Counts countsOf(long member);

    record Counts(int ratings, int outcomes) {}

    /** Means of the first so many; zero where there is nothing. */
    @Select("""
            SELECT COALESCE(AVG(stars), 0) AS stars, COALESCE(AVG(helped), 0) AS helped FROM (
                SELECT stars, helped FROM visit_feedback WHERE member_id = #{member} AND rated_at IS NOT NULL
                ORDER BY rated_at, visit_id LIMIT #{first}) f""")
    Means meansOf(long member, int first);

    record Means(double stars, double helped) {}

    @Select("""
            SELECT COALESCE(AVG(solved = 'YES'), 0) FROM (
                SELECT solved FROM visit_feedback WHERE member_id = #{member} AND solved_at IS NOT NULL
                ORDER BY solved_at, visit_id LIMIT #{first}) f""")
    double solvedOf(long member, int first);

    @Select("""
            SELECT visit_id, grid_id, stars, helped, rated_at, solved FROM visit_feedback
            WHERE member_id = #{member} AND visit_id < #{before} ORDER BY visit_id DESC LIMIT #{limit}""")
    List<LineRow> linesOf(long member, long before, int limit);

    /** One visit's. */
    record LineRow(
            long visitId,
            long gridId,
            @Nullable Integer stars,
            @Nullable Boolean helped,
            @Nullable Instant ratedAt,
            @Nullable Solved solved) {}

    /** Asks for one call a visit, however often it is rated low. @return 0 if it was asked for before */
    @Insert("""
            INSERT IGNORE INTO visit_call_back (visit_id, grid_id, caller_id, status, asked_at, remind_at, due_at)
            VALUES (#{visitId}, #{gridId}, #{callerId}, #{status}, #{askedAt}, #{remindAt}, #{dueAt})""")
    int ask(CallBackRow row);

    String CALL_BACK = """
            SELECT visit_id, grid_id, caller_id, status, asked_at, remind_at, due_at, escalated_at FROM visit_call_back
            """;

    @Select(CALL_BACK + "WHERE visit_id = #{visit}")
    @Nullable
    CallBackRow find(long visit);

    @Select(CALL_BACK + """
            WHERE caller_id = #{caller} AND status = 'OPEN' AND (due_at > #{at} OR (due_at = #{at} AND visit_id > #{id}))
            ORDER BY due_at, visit_id LIMIT #{limit}""")
    List<CallBackRow> openOf(long caller, Instant at, long id, int limit);

    /** @return 0 if somebody else was quicker */
    @Update("""
            UPDATE visit_call_back SET status = 'DONE', done_by = #{by}, done_at = #{at}, words = #{words}
            WHERE visit_id = #{visit} AND status = 'OPEN'""")
    int done(long visit, long by, Instant at, String words);

    @Select(CALL_BACK
            + "WHERE status = 'OPEN' AND reminded_at IS NULL AND remind_at <= #{now} ORDER BY remind_at LIMIT #{limit}")
    List<CallBackRow> toBeReminded(Instant now, int limit);

    @Select(CALL_BACK
            + "WHERE status = 'OPEN' AND escalated_at IS NULL AND due_at <= #{now} ORDER BY due_at LIMIT #{limit}")
    List<CallBackRow> overdue(Instant now, int limit);

    @Update(
            "UPDATE visit_call_back SET reminded_at = #{at} WHERE visit_id = #{visit} AND status = 'OPEN' AND reminded_at IS NULL")
    int reminded(long visit, Instant at);

    @Delete("DELETE FROM visit_call_back WHERE visit_id = #{visit} AND status = 'OPEN'")
    void callOff(long visit);

    @Update("UPDATE visit_call_back SET words = NULL WHERE visit_id = #{visit}")
    void eraseWords(long visit);

    @Update("UPDATE visit_call_back SET words = NULL WHERE done_at < #{before} AND words IS NOT NULL LIMIT #{most}")
    int endWords(Instant before, int most);

    @Update("""
            UPDATE visit_call_back SET escalated_at = #{at}, caller_id = #{caller}
            WHERE visit_id = #{visit} AND status = 'OPEN' AND escalated_at IS NULL""")
    int escalate(long visit, @Nullable Long caller, Instant at);
}
