package cn.gridbell.message;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MessageErasureMapper {

    @Delete("""
            DELETE FROM message_receipt WHERE message_id IN
            (SELECT id FROM message WHERE person_kind = 'RESIDENT' AND person_id = #{resident})""")
    void deleteReceiptsOf(long resident);

    @Delete("DELETE FROM message WHERE person_kind = 'RESIDENT' AND person_id = #{resident}")
    void deleteOf(long resident);
}
