package dev.gridbell.bench;

import cn.gridbell.visit.route.Stop;
import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import com.graphhopper.jsprit.core.util.VehicleRoutingTransportCostsMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same day told to jsprit: one walker, a way that begins at any door and does not come back, hard times. */
final class Jsprit {

    private static final String START = "start";
    private static final int MORE_THAN_TIME_ALLOWS = 1_000_000;

    private final RouteDay day;

    Jsprit(RouteDay day) {
        this.day = day;
    }

    /** What it finds in that much processor time; doors it found no time for are left out. */
    List<Stop> order(int milliseconds) {
        VehicleRoutingAlgorithm search = com.graphhopper.jsprit.core.algorithm.box.Jsprit.createAlgorithm(problem());
        search.setMaxIterations(MORE_THAN_TIME_ALLOWS);
        long end = RouteRun.processorMilliseconds() + milliseconds;
        search.setPrematureAlgorithmTermination(found -> RouteRun.processorMilliseconds() >= end);
        VehicleRoutingProblemSolution best = Solutions.bestOf(search.searchSolutions());
        Map<String, Stop> stops = day.byKey();
        List<Stop> order = new ArrayList<>();
        for (VehicleRoute route : best.getRoutes()) {
            for (TourActivity activity : route.getActivities()) {
                order.add(stops.get(activity.getLocation().getId()));
            }
        }
        return order;
    }

    private VehicleRoutingProblem problem() {
        VehicleRoutingTransportCostsMatrix.Builder ways = VehicleRoutingTransportCostsMatrix.Builder.newInstance(false);
        VehicleRoutingProblem.Builder problem = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(VehicleRoutingProblem.FleetSize.FINITE)
                .addVehicle(VehicleImpl.Builder.newInstance("walker")
                        .setStartLocation(Location.newInstance(START))
                        .setReturnToDepot(false)
                        .setType(VehicleTypeImpl.Builder.newInstance("on foot")
                                .setCostPerDistance(1)
                                .build())
                        .build());
        for (Stop stop : day.stops()) {
            ways.addTransportDistance(START, stop.key(), 0).addTransportTime(START, stop.key(), 0);
            ways.addTransportDistance(stop.key(), START, 0).addTransportTime(stop.key(), START, 0);
            for (Stop other : day.stops()) {
                ways.addTransportDistance(stop.key(), other.key(), RouteDay.metres(stop, other))
                        .addTransportTime(stop.key(), other.key(), RouteDay.seconds(stop, other));
            }
            problem.addJob(Service.Builder.newInstance(stop.key())
                    .setLocation(Location.newInstance(stop.key()))
                    .setServiceTime(stop.stay().toSeconds())
                    .setTimeWindow(new TimeWindow(seconds(stop.earliest()), seconds(stop.latest())))
                    .build());
        }
        return problem.setRoutingCost(ways.build()).build();
    }

    private static double seconds(Instant at) {
        return Duration.between(RouteDay.MORNING, at).toSeconds();
    }
}
