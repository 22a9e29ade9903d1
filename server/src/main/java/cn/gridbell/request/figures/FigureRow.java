package cn.gridbell.request.figures;

import org.jspecify.annotations.Nullable;

/**
 * One grid's counts.
 *
 * @param average null without ratings
 */
record FigureRow(
        long gridId,
        int submitted,
        int open,
        int solved,
        int partly,
        int refused,
        int transferred,
        int merged,
        int withdrawn,
        int rejected,
        int overdue,
        int rated,
        @Nullable Double average,
        int unrated) {}
