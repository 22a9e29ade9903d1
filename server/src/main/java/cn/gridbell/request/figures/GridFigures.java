package cn.gridbell.request.figures;

import cn.gridbell.grid.GridId;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of one grid that were submitted in a period, as it stands now. A request counts under one ending only; one that
 * was reopened counts as open.
 *
 * @param open     not answered yet, or again not
 * @param solved   answered so; likewise the four that follow
 * @param overdue  open past the deadline, or answered after it
 * @param rated    answers that were rated, by anybody they concerned
 * @param average  of their stars, 1 to 5, two decimals; null if none was rated
 * @param unrated  closed because nobody rated for 14 days
 */
public record GridFigures(
        GridId gridId,
        String gridName,
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
