package cn.gridbell.wechat;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FarewellMapper {

    /** Rows that only point at this one; few. */
    @Select("SELECT id FROM wechat_person WHERE merged_into = #{id} ORDER BY id")
    List<Long> mergedInto(long id);

    @Delete("DELETE FROM wechat_person WHERE id = #{id}")
    void delete(long id);

    @Delete("DELETE FROM wechat_reply WHERE person_id = #{person}")
    void deleteReplies(long person);

    @Delete("DELETE FROM wechat_chat_window WHERE open_id = #{openId}")
    void deleteChatWindow(String openId);
}
