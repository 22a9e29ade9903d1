package cn.gridbell.request.category;

import cn.gridbell.request.Colour;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param keywords  separated by blanks
 * @param questions JSON, null: none
 * @param notices   JSON, null: none
 */
record CategoryRow(
        String code,
        @Nullable String parent,
        String name,
        String keywords,
        boolean isPrivate,
        Colour firstColour,
        int greenHours,
        int yellowHours,
        int blueHours,
        int redHours,
        boolean followUp,
        int likeMetres,
        boolean afterPhoto,
        @Nullable String questions,
        @Nullable String notices,
        int version) {}
