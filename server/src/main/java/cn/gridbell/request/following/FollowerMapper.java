package cn.gridbell.request.following;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FollowerMapper {

    /** @throws org.springframework.dao.DuplicateKeyException if they follow it already */
    @Insert("""
            INSERT INTO request_follower (request_id, resident_id, since) VALUES (#{request}, #{resident}, #{now})""")
    void insert(long request, long resident, Instant now);

    @Delete("DELETE FROM request_follower WHERE request_id = #{request} AND resident_id = #{resident}")
    int delete(long request, long resident);

    @Select("SELECT COUNT(*) FROM request_follower WHERE request_id = #{request} AND resident_id = #{resident}")
    int has(long request, long resident);

    @Select("""
            SELECT COUNT(*) FROM request_follower f JOIN request r ON r.id = f.came_from
            WHERE f.request_id = #{request} AND f.resident_id = #{resident} AND r.reporter_resident_id = #{resident}""")
    int cameAsReporter(long request, long resident);

    @Select("SELECT resident_id FROM request_follower WHERE request_id = #{request} ORDER BY id")
    List<Long> of(long request);

    @Select("""
            <script>
            SELECT request_id AS request, COUNT(*) AS followers FROM request_follower
            WHERE request_id IN <foreach collection="requests" item="r" open="(" separator="," close=")">#{r}</foreach>
            GROUP BY request_id
            </script>""")
    List<Count> counts(Collection<Long> requests);

    @Select("""
            SELECT request_id AS request, since FROM request_follower
            WHERE resident_id = #{resident}
              AND (since < #{after.at} OR (since = #{after.at} AND request_id < #{after.id}))
            ORDER BY since DESC, request_id DESC LIMIT #{limit}""")
    List<Followed> followedBy(long resident, Cursor after, int limit);

    /** Who follows one follows the other too from now on, but for the other's reporter, who need not. */
    @Insert("""
            INSERT INTO request_follower (request_id, resident_id, since, came_from)
            SELECT #{into}, f.resident_id, #{now}, #{from} FROM request_follower f
            WHERE f.request_id = #{from} AND f.resident_id <> #{except}
            ON DUPLICATE KEY UPDATE came_from = request_follower.came_from""")
    void bringAlong(long from, long into, long except, Instant now);

    @Insert("""
            INSERT INTO request_follower (request_id, resident_id, since, came_from)
            VALUES (#{into}, #{resident}, #{now}, #{from})
            ON DUPLICATE KEY UPDATE id = id""")
    void bring(long from, long into, long resident, Instant now);

    @Delete("DELETE FROM request_follower WHERE request_id = #{into} AND came_from = #{from}")
    void takeBack(long from, long into);

    @Delete("DELETE FROM request_follower WHERE resident_id = #{resident}")
    void forgetFollowing(long resident);

    /** @throws org.springframework.dao.DuplicateKeyException if they rated this answer before */
    @Insert("""
            INSERT INTO request_rating (request_id, answered_at, resident_id, solved, stars, rated_at)
            VALUES (#{request}, #{answeredAt}, #{resident}, #{solved}, #{stars}, #{now})""")
    void insertRating(long request, Instant answeredAt, long resident, String solved, int stars, Instant now);

    /** What was said of an answer counts on, without who said it. */
    @Update("UPDATE request_rating SET resident_id = NULL WHERE resident_id = #{resident}")
    void cutRatings(long resident);

    /** @throws org.springframework.dao.DuplicateKeyException if they asked on that day */
    @Insert("""
            INSERT INTO request_chase (request_id, resident_id, day, chased_at)
            VALUES (#{request}, #{resident}, #{day}, #{now})""")
    void insertChase(long request, long resident, LocalDate day, Instant now);

    @Select("SELECT COUNT(*) FROM request_chase WHERE request_id = #{request}")
    int chases(long request);

    @Update("UPDATE request_chase SET resident_id = NULL WHERE resident_id = #{resident}")
    void cutChases(long resident);

    /** How many follow a request. */
    record Count(long request, int followers) {}
}
