package dev.gridbell.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Gives whoever makes a load one processor and the servers, their database and their Redis the others, so that what a load costs to make is not taken
 * from who answers it: clients are elsewhere in life. With Linux's {@code taskset}; closing lets this process run everywhere again.
 */
final class OwnProcessors implements AutoCloseable {

    private final int all;
    private final String words;

    private OwnProcessors(int all, String words) {
        this.all = all;
        this.words = words;
    }

    /** Parts what runs now; threads and processes begun later stay where who begins them is. */
    static OwnProcessors part() throws IOException, InterruptedException {
        int all = Runtime.getRuntime().availableProcessors();
        if (all < 2) {
            return new OwnProcessors(all, "clients share the only processor with everything else");
        }
        for (ProcessHandle server : ProcessHandle.current().descendants().toList()) {
            if (!moved(server.pid(), "0-" + (all - 2)) && server.isAlive()) {
                return new OwnProcessors(
                        all, "clients share the processors with everything else (taskset did not work)");
            }
        }
        boolean apart = moved(ProcessHandle.current().pid(), Integer.toString(all - 1));
        return new OwnProcessors(
                all,
                !apart
                        ? "clients share the processors of server, database and Redis (taskset did not work)"
                        : "clients on a processor of their own, server, database and Redis on " + (all - 1) + " of "
                                + all);
    }

    /** Who runs where. */
    String words() {
        return words;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        moved(ProcessHandle.current().pid(), "0-" + (all - 1));
    }

    private static boolean moved(long process, String processors) throws IOException, InterruptedException {
        try {
            Process asking = new ProcessBuilder("taskset", "-a", "-c", "-p", processors, Long.toString(process))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asking.waitFor(10, TimeUnit.SECONDS) && asking.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
