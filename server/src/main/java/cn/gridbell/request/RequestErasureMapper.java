package cn.gridbell.request;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RequestErasureMapper {

    @Select("SELECT id FROM request WHERE reporter_resident_id = #{resident} ORDER BY id FOR UPDATE")
    List<Long> requestsOf(long resident);

    /** Others' requests they said something about. */
    @Select("""
            SELECT request_id FROM request_rating WHERE resident_id = #{resident}
            UNION SELECT request_id FROM request_chase WHERE resident_id = #{resident}""")
    List<Long> concernOf(long resident);

    @Select("SELECT id FROM request WHERE reporter_resident_id = #{resident} AND status = 'WITHDRAWN'")
    List<Long> withdrawnOf(long resident);

    @Select("""
            SELECT id FROM request_entry
            WHERE request_id = #{request} AND actor = 'RESIDENT' AND actor_id = #{resident}""")
    List<Long> ownEntriesOf(long request, long resident);

    /** That something was said stays, what was said goes. */
    @Update("""
            UPDATE request_entry SET actor_id = NULL,
                words = CASE WHEN kind = 'SUBMITTED' THEN words ELSE '居民已注销，内容已删除。' END
            WHERE request_id = #{request} AND actor = 'RESIDENT' AND actor_id = #{resident}""")
    void eraseEntries(long request, long resident);

    @Delete("DELETE FROM request_check WHERE request_id = #{request} AND entry_id = #{entry}")
    void deleteChecksOfEntry(long request, long entry);

    /** Nobody has to look at them any more. */
    @Update("""
            UPDATE request_check SET state = 'HIDDEN'
            WHERE request_id = #{request} AND entry_id = 0 AND photo_id > 0 AND state = 'REVIEW'""")
    void hidePictures(long request);

    /** Nothing they wrote is public any more, and nothing of it is checked. */
    @Update("""
            UPDATE request_check SET author_resident_id = NULL, due_at = NULL, claim = claim + 1,
                state = CASE WHEN state = 'RISKY' THEN state ELSE 'HIDDEN' END
            WHERE author_resident_id = #{resident}""")
    void hide(long resident);

    @Update("""
            UPDATE request SET description = '居民已注销，内容已删除。', address = NULL, latitude = NULL, longitude = NULL
            WHERE reporter_resident_id = #{resident} AND status = 'WITHDRAWN'""")
    void eraseWithdrawn(long resident);

    /** Whoever still has to go there needs to know where. */
    @Update("""
            UPDATE request SET address = NULL
            WHERE reporter_resident_id = #{resident} AND status IN ('ANSWERED', 'EVALUATED', 'REJECTED')""")
    void eraseAddressOfClosed(long resident);

    @Update("""
            UPDATE request SET reporter_resident_id = NULL, anonymous = TRUE
            WHERE reporter_resident_id = #{resident}""")
    void cutReporter(long resident);

    @Select("SELECT id FROM request_draft WHERE resident_id = #{resident} ORDER BY id FOR UPDATE")
    List<Long> draftsOf(long resident);

    @Delete("DELETE FROM request_draft_picture WHERE draft_id = #{draft}")
    void deleteDraftPictures(long draft);

    @Delete("DELETE FROM request_draft WHERE resident_id = #{resident}")
    void deleteDrafts(long resident);

    @Update("""
            UPDATE request_draft SET latitude = NULL, longitude = NULL, address = NULL
            WHERE resident_id = #{resident} AND status = 'OPEN'""")
    void dropPlacesOfDrafts(long resident);
}
