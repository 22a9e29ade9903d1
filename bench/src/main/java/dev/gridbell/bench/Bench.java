package dev.gridbell.bench;

import java.util.Arrays;

/** {@code bench/run <name> [options]}: the one entrance. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
        String name = args.length == 0 ? "" : args[0];
        boolean held =
                switch (name) {
                    case "kill" -> new KillRun(options).run();
                    case "bookings" -> new BookingRun(options).run();
                    case "speed" -> new SpeedRun(options).run();
                    case "callbacks" -> new CallbackRun(options).run();
                    case "faults" -> new FaultSuite(options).run();
                    case "soak" -> new SoakRun(options).run();
                    case "messages" -> new MessagesRun(options).run();
                    case "growth" -> new GrowthRun(options).run();
                    case "migrations" -> new MigrationRun(options).run();
                    case "timers" -> new TimersRun(options).run();
                    case "route" -> new RouteRun(options).run();
                    case "restore" -> new RestoreRun(options).run();
                    case "startup" -> new StartupRun(options).run();
                    case "attacks" -> new AttackRun(options).run();
                    case "signins" -> new SigninRun(options).run();
                    case "atrest" -> new AtRestRun(options).run();
                    case "rolling" -> new RollingRun(options).run();
                    case "cluster" -> new ClusterRun(options).run();
                    default -> {
                        System.err.println(
                                "usage: bench/run kill|bookings|speed|callbacks|faults|soak|messages|growth|migrations|timers|route|restore|startup|attacks|atrest|signins|rolling|cluster [name=value …]");
                        yield false;
                    }
                };
        System.exit(held ? 0 : 1);
    }
}
