package cn.gridbell.request.category;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RequestCategoryMapper {

    @Select("""
            SELECT code, parent, name, keywords, private AS is_private, first_colour,
                   green_hours, yellow_hours, blue_hours, red_hours, follow_up, like_metres, after_photo,
                   questions, notices, version
            FROM request_category ORDER BY position""")
    List<CategoryRow> all();

    /** Zero rows if somebody else changed it meanwhile. */
    @Update("""
            UPDATE request_category
            SET name = #{name}, keywords = #{keywords}, private = #{isPrivate}, first_colour = #{firstColour},
                green_hours = #{greenHours}, yellow_hours = #{yellowHours}, blue_hours = #{blueHours},
                red_hours = #{redHours}, follow_up = #{followUp}, like_metres = #{likeMetres},
                after_photo = #{afterPhoto}, questions = #{questions}, notices = #{notices},
                version = version + 1
            WHERE code = #{code} AND version = #{version}""")
    int replace(CategoryRow row);

    @Insert("""
            INSERT INTO request_answer (request_id, question, words, answer)
            VALUES (#{request}, #{question}, #{words}, #{answer})""")
    void insertAnswer(long request, String question, String words, String answer);

    @Select(
            "SELECT question AS code, words AS question, answer FROM request_answer WHERE request_id = #{request} ORDER BY id")
    List<AnswerGiven> answersOf(long request);

    /** @param answer what stands there instead */
    @Update("UPDATE request_answer SET answer = #{answer} WHERE request_id = #{request}")
    void eraseAnswers(long request, String answer);
}
