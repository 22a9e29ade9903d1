package cn.gridbell.visit.placing;

import cn.gridbell.platform.restore.AfterRestore;
import org.springframework.stereotype.Component;

/** Visits that were to be moved to another member when the backup was taken. */
@Component
class PlacingAfterRestore implements AfterRestore {

    private final Placements placements;

    PlacingAfterRestore(Placements placements) {
        this.placements = placements;
    }

    @Override
    public void catchUp() {
        placements.run();
    }
}
