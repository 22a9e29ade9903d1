package cn.gridbell.request.category;

import cn.gridbell.platform.PlainText;
import cn.gridbell.request.Colour;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Body of {@code PUT /api/staff/request-categories/{code}}: the category as it shall be, whole.
 *
 * @param isPrivate   never shown to others
 * @param firstColour the level new ones start at
 * @param hours       working hours each level has
 * @param followUp    the reporter is asked four weeks after it was solved
 * @param likeMetres  how far apart two requests may be about the same matter
 * @param afterPhoto  "solved" needs a picture of what it looks like now
 * @param version     as read
 */
record WriteCategory(
        @NotNull(message = "请填写类别名称。") @PlainText(max = 20) String name,

        @NotNull(message = "请填写关键词，可以为空列表。") @Size(max = 60, message = "最多60个关键词。")
        List<
                        @NotNull(message = "关键词不能为空。") @Pattern(regexp = "[^\\s]{1,12}", message = "关键词为1到12个字，不含空格。")
                        @PlainText(max = 12) String>
                keywords,

        @NotNull(message = "请选择是否不公开。") Boolean isPrivate,

        @NotNull(message = "请选择起始颜色。") Colour firstColour,

        @NotNull(message = "请填写各级办理时限。") @Valid Hours hours,

        @NotNull(message = "请选择是否回访。") Boolean followUp,

        @NotNull(message = "请填写相似距离。")
        @Min(value = 10, message = "相似距离在10到1000米之间。")
        @Max(value = 1000, message = "相似距离在10到1000米之间。")
        Integer likeMetres,

        @NotNull(message = "请选择办结是否必须有照片。") Boolean afterPhoto,

        @NotNull(message = "请填写问题，可以为空列表。") @Size(max = 10, message = "最多可以有10个问题。")
        List<@NotNull(message = "问题不能为空。") @Valid Question> questions,

        @NotNull(message = "请填写提示，可以为空列表。") @Size(max = 5, message = "最多可以有5条提示。")
        List<@NotNull(message = "提示不能为空。") @PlainText(max = 100) String> notices,

        @NotNull(message = "缺少版本，请刷新后再改。") Integer version) {

    /** Working hours, 1 to 700 each. */
    record Hours(
            @NotNull(message = HOURS) @Min(value = 1, message = HOURS) @Max(value = 700, message = HOURS)
            Integer green,

            @NotNull(message = HOURS) @Min(value = 1, message = HOURS) @Max(value = 700, message = HOURS)
            Integer yellow,

            @NotNull(message = HOURS) @Min(value = 1, message = HOURS) @Max(value = 700, message = HOURS)
            Integer blue,

            @NotNull(message = HOURS) @Min(value = 1, message = HOURS) @Max(value = 700, message = HOURS)
            Integer red) {

        private static final String HOURS = "办理时限为1到700个工作小时。";
    }

    RequestCategory over(RequestCategory former) {
        return new RequestCategory(
                former.code(),
                former.parent(),
                name.strip(),
                keywords.stream().distinct().toList(),
                isPrivate,
                firstColour,
                new RequestCategory.Hours(hours.green(), hours.yellow(), hours.blue(), hours.red()),
                new RequestCategory.Habits(followUp, likeMetres, afterPhoto),
                questions,
                notices.stream().map(String::strip).toList(),
                version);
    }
}
