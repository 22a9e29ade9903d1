package cn.gridbell.message.consent;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ConsentErasureMapper {

    @Delete("DELETE FROM message_consent_entry WHERE wechat_person_id = #{person}")
    void deleteEntriesOf(long person);

    /** Receipts that fitted no known send. */
    @Delete("DELETE FROM message_receipt WHERE wechat_person_id = #{person}")
    void deleteUnmatchedReceiptsOf(long person);

    @Delete("DELETE FROM message_consent WHERE wechat_person_id = #{person}")
    void deleteOf(long person);
}
