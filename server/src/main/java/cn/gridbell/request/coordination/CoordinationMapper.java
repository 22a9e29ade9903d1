package cn.gridbell.request.coordination;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CoordinationMapper {

    String ROW = """
            SELECT id, request_id, colour, opened_by_staff_id, purpose, with_resident, opened_at, outcome, closed_at
            FROM request_coordination
            """;

    /** @throws org.springframework.dao.DuplicateKeyException if one is open */
    @Insert("""
            INSERT INTO request_coordination
                (request_id, colour, opened_by_staff_id, purpose, with_resident, opened_at, version)
            VALUES (#{requestId}, #{colour}, #{openedByStaffId}, #{purpose}, #{withResident}, #{openedAt}, 1)""")
    void insert(Coordination row);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Insert("""
            <script>
            INSERT IGNORE INTO request_coordination_party (coordination_id, staff_id, unit_id) VALUES
            <foreach collection="parties" item="p" separator=",">
              (#{id}, COALESCE(#{p.staffId}, 0), COALESCE(#{p.unitId}, 0))
            </foreach>
            </script>""")
    void insertParties(long id, List<Coordination.Party> parties);

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    Coordination find(long id);

    @Select(ROW + "WHERE request_id = #{request} ORDER BY id")
    List<Coordination> of(long request);

    @Select(ROW + "WHERE open_of = #{request}")
    @Nullable
    Coordination openOf(long request);

    @Select("""
            SELECT NULLIF(staff_id, 0) AS staff_id, NULLIF(unit_id, 0) AS unit_id
            FROM request_coordination_party WHERE coordination_id = #{id} ORDER BY staff_id, unit_id""")
    List<Coordination.Party> partiesOf(long id);

    /**
     * Whether the member or their unit sits at the open table.
     *
     * @param unit 0 if they belong to none
     */
    @Select("""
            SELECT COUNT(*) > 0 FROM request_coordination c JOIN request_coordination_party p ON p.coordination_id = c.id
            WHERE c.open_of = #{request} AND (p.staff_id = #{staff} OR p.unit_id = #{unit} AND p.unit_id > 0)""")
    boolean takesPart(long request, long staff, long unit);

    @Insert("""
            INSERT INTO request_coordination_note (coordination_id, staff_id, words, written_at)
            VALUES (#{id}, #{staff}, #{words}, #{at})""")
    void insertNote(long id, long staff, String words, Instant at);

    @Select("""
            SELECT staff_id, words, written_at FROM request_coordination_note
            WHERE coordination_id = #{id} ORDER BY id LIMIT 200""")
    List<Coordination.Note> notesOf(long id);

    @Insert("""
            INSERT INTO request_coordination_task (coordination_id, staff_id, unit_id, what, due_at)
            VALUES (#{id}, #{staff}, #{unit}, #{what}, #{due})""")
    void insertTask(long id, @Nullable Long staff, @Nullable Long unit, String what, Instant due);

    @Select("""
            SELECT id, staff_id, unit_id, what, due_at, done_at FROM request_coordination_task
            WHERE coordination_id = #{id} ORDER BY id LIMIT 200""")
    List<Coordination.Task> tasksOf(long id);

    @Update("""
            UPDATE request_coordination_task SET done_at = #{at}, done_by_staff_id = #{staff}
            WHERE id = #{task} AND coordination_id = #{id} AND done_at IS NULL""")
    int finish(long id, long task, long staff, Instant at);

    @Update("""
            UPDATE request_coordination SET outcome = #{outcome}, closed_at = #{at}, version = version + 1
            WHERE id = #{id} AND closed_at IS NULL""")
    int close(long id, String outcome, Instant at);

    /** Locks it, so that nothing is written at a table that is being closed. */
    @Select("SELECT id FROM request_coordination WHERE id = #{id} AND closed_at IS NULL FOR UPDATE")
    @Nullable
    Long lockOpen(long id);
}
