package cn.gridbell.visit.placing;

import cn.gridbell.grid.GridRedrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes, in the import's own transaction, that the visits ahead are to be looked through: an import that is kept is never forgotten. */
@Component
class Redrawings {

    private final PlacingMapper placing;

    Redrawings(PlacingMapper placing) {
        this.placing = placing;
    }

    @EventListener
    void on(GridRedrawn fact) {
        placing.ask();
    }
}
