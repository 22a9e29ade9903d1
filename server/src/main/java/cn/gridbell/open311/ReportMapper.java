package cn.gridbell.open311;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReportMapper {

    String ROW =
            "SELECT id, client_id, request_id, request_number, token, contact, contact_until, created_at FROM open311_report ";

    /** @throws org.springframework.dao.DuplicateKeyException if the client reported this before */
    @Insert("""
            INSERT INTO open311_report (client_id, request_id, request_number, external_id, token, contact, contact_until, created_at)
            VALUES (#{r.clientId}, #{r.requestId}, #{r.requestNumber}, #{externalId}, #{r.token}, #{r.contact},
                    #{r.contactUntil}, #{r.createdAt})""")
    void insert(ReportRow r, @Nullable String externalId);

    @Select(ROW + "WHERE client_id = #{client} AND external_id = #{externalId}")
    @Nullable
    ReportRow findByExternalId(long client, String externalId);

    @Select(ROW + "WHERE token = #{token}")
    @Nullable
    ReportRow findByToken(String token);

    @Select(ROW + "WHERE request_number = #{number}")
    @Nullable
    ReportRow findByNumber(String number);

    /** Of these requests, those this client reported. */
    @Select("""
            <script>
            SELECT request_id FROM open311_report
            WHERE client_id = #{client}
              AND request_id IN <foreach collection="requests" item="r" open="(" separator="," close=")">#{r}</foreach>
            </script>""")
    java.util.Set<Long> reportedBy(long client, java.util.Collection<Long> requests);

    @Insert("""
            INSERT INTO open311_contact_reading (report_id, staff_id, purpose, read_at)
            VALUES (#{report}, #{staff}, #{purpose}, #{now})""")
    void contactRead(long report, long staff, String purpose, Instant now);

    @Update("UPDATE open311_report SET contact = NULL, contact_until = NULL WHERE id = #{id}")
    void eraseContact(long id);

    @Update("""
            UPDATE open311_report SET contact = NULL, contact_until = NULL
            WHERE contact_until < #{now} ORDER BY contact_until LIMIT 1000""")
    int eraseOldContacts(Instant now);

    /** @throws org.springframework.dao.DuplicateKeyException if the client sent this before */
    @Insert("""
            INSERT INTO open311_update (client_id, update_id, request_id, created_at)
            VALUES (#{client}, #{updateId}, #{request}, #{now})""")
    void insertUpdate(long client, String updateId, long request, Instant now);

    @Select("SELECT id FROM open311_update WHERE client_id = #{client} AND update_id = #{updateId}")
    @Nullable
    Long findUpdate(long client, String updateId);
}
