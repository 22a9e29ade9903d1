package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.staff.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is, in doors.
 *
 * @param lines by grid and member
 */
record CampaignProgress(CampaignViews.Line campaign, int doors, int covered, List<Tally> lines) {

    CampaignProgress(CampaignViews.Line campaign, List<Tally> lines) {
        this(
                campaign,
                lines.stream().mapToInt(Tally::doors).sum(),
                lines.stream().mapToInt(Tally::covered).sum(),
                List.copyOf(lines));
    }

    /**
     * The doors of one member in one grid.
     *
     * @param memberId null: nobody's turf
     * @param contacts somebody was spoken to
     * @param attempts tried three times in different parts of the week
     * @param vacant   nobody lives there
     */
    record Tally(
            GridId gridId,
            String grid,
            @Nullable StaffId memberId,
            String member,
            String number,
            int doors,
            int contacts,
            int attempts,
            int vacant) {

        @com.fasterxml.jackson.annotation.JsonProperty
        int covered() {
            return contacts + attempts + vacant;
        }

        @com.fasterxml.jackson.annotation.JsonProperty
        int open() {
            return doors - covered();
        }
    }
}
