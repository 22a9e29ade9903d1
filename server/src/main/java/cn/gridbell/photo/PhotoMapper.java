package cn.gridbell.photo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PhotoMapper {

    @Insert("""
        INSERT INTO photo (file_name, owner_resident_id, width, height, created_at)
        VALUES (#{fileName}, #{owner}, #{width}, #{height}, #{at})\
        """)
    void insert(String fileName, long owner, int width, int height, Instant at);

    /** The id this transaction was given last. */
    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    /** Takes a free picture of this owner; 0 if it is unknown, somebody else's or taken. */
    @Update("""
        UPDATE photo SET subject = #{subject}, position = #{position}
        WHERE id = #{id} AND owner_resident_id = #{owner} AND subject IS NULL\
        """)
    int attach(long id, long owner, String subject, int position);

    @Select("SELECT id, file_name, width, height, subject FROM photo WHERE id = #{id}")
    @Nullable
    PhotoRow find(long id);

    /** From now on it waits to be checked. */
    @Insert("""
        INSERT INTO photo_check (photo_id, state, created_at, due_at) VALUES (#{id}, 'PENDING', #{at}, #{at})
        ON DUPLICATE KEY UPDATE photo_id = #{id}\
        """)
    void awaitCheck(long id, Instant at);

    @Insert("""
        INSERT INTO photo_check (photo_id, state, created_at, due_at)
        SELECT p.id, 'PENDING', #{at}, #{at} FROM photo p WHERE p.subject = #{subject}
        ON DUPLICATE KEY UPDATE photo_id = p.id\
        """)
    void awaitChecksOf(String subject, Instant at);

    @Update("UPDATE photo SET subject = #{to} WHERE subject = #{from}")
    void move(String from, String to);

    @Update("UPDATE photo SET subject = NULL WHERE subject = #{subject}")
    void letGo(String subject);

    /** The next sweep deletes them. */
    @Update("UPDATE photo SET subject = #{swept} WHERE subject = #{subject}")
    void discard(String subject, String swept);

    @Select("""
        <script>
        SELECT p.id, p.width, p.height, p.subject, c.state
        FROM photo p LEFT JOIN photo_check c ON c.photo_id = p.id
        WHERE p.subject IN <foreach collection="subjects" item="s" open="(" separator="," close=")">#{s}</foreach>
        ORDER BY p.subject, p.position, p.id
        </script>\
        """)
    List<CheckedPhotoRow> of(Collection<String> subjects);

    @Select("""
        SELECT p.id, p.width, p.height, p.subject, c.state
        FROM photo p LEFT JOIN photo_check c ON c.photo_id = p.id
        WHERE p.id = #{id} AND p.subject IS NOT NULL\
        """)
    @Nullable
    CheckedPhotoRow findChecked(long id);

    /** Pictures nobody used, and those a former sweep claimed and did not finish. */
    @Select("""
        SELECT id, file_name, width, height, subject FROM photo
        WHERE subject = #{swept} OR (subject IS NULL AND created_at < #{before})
        ORDER BY id LIMIT #{limit}\
        """)
    List<PhotoRow> unused(String swept, Instant before, int limit);

    /** Takes a picture out of reach before its file is deleted; 0 if somebody used it meanwhile. */
    @Update("UPDATE photo SET subject = #{swept} WHERE id = #{id} AND (subject IS NULL OR subject = #{swept})")
    int claimForSweep(long id, String swept);

    /** Those of the names that a picture has. */
    @Select("""
        <script>
        SELECT file_name FROM photo
        WHERE file_name IN <foreach collection="names" item="n" open="(" separator="," close=")">#{n}</foreach>
        </script>\
        """)
    List<String> known(Collection<String> names);

    @Delete("DELETE FROM photo_check WHERE photo_id = #{id}")
    void deleteCheck(long id);

    @Delete("DELETE FROM photo WHERE id = #{id} AND subject = #{swept}")
    int deleteSwept(long id, String swept);
}
