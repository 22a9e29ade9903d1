package cn.gridbell.request.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Category × territory → who answers first. */
@Component
public class RoutingTable {

    /** Territory of the lines that hold wherever no narrower one fits. */
    static final long EVERYWHERE = 0;

    private final RoutingMapper routes;

    RoutingTable(RoutingMapper routes) {
        this.routes = routes;
    }

    /**
     * The line that fits best: of the smallest territory, there of the narrower category. Empty if none fits.
     *
     * @param path    ids of territories, the smallest first
     * @param heading the category's heading, null if it has none
     */
    @Transactional
    public Optional<RouteTarget> targetFor(List<Long> path, String category, @Nullable String heading) {
        List<Long> widening = new ArrayList<>(path);
        widening.add(EVERYWHERE);
        return routes.fitting(widening, category, heading == null ? "" : heading).stream()
                .min(Comparator.comparingInt((RoutingMapper.RouteRow row) -> widening.indexOf(row.gridId()))
                        .thenComparingInt(row -> row.narrowness(category)))
                .map(RoutingMapper.RouteRow::to);
    }
}
