package dev.gridbell.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Gives whoever makes a load one processor and the servers, their database and their Redis the others, so that what a load costs to make is not taken
 * from who answers it: clients are elsewhere in life. With Linux's {@code taskset}; closing lets this process run everywhere again.
 */
final class OwnProcessors implements AutoCloseable {

    private final int all;
    private String words;

    private OwnProcessors(int all, String words) {
        this.all = all;
        this.words = words;
    }

    /** This process and whatever it begins from now on runs on the servers' processors. */
    static OwnProcessors forServers() throws IOException, InterruptedException {
        int all = Runtime.getRuntime().availableProcessors();
        if (all < 2) {
            return new OwnProcessors(all, "clients share the only processor with everything else");
        }
        if (!moved("0-" + (all - 2))) {
            return new OwnProcessors(all, "clients share the processors with everything else (taskset did not work)");
        }
        return new OwnProcessors(
                all, "clients on a processor of their own, server, database and Redis on " + (all - 1) + " of " + all);
    }

    /** This process leaves them; what it began stays. */
    void leaveToClients() throws IOException, InterruptedException {
        if (!moved(Integer.toString(all - 1))) {
            words = "clients share the processors of server, database and Redis (taskset did not work)";
        }
    }

    /** Who runs where. */
    String words() {
        return words;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        moved("0-" + (all - 1));
    }

    private static boolean moved(String processors) throws IOException, InterruptedException {
        String process = Long.toString(ProcessHandle.current().pid());
        try {
            Process asking = new ProcessBuilder("taskset", "-a", "-c", "-p", processors, process)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asking.waitFor(10, TimeUnit.SECONDS) && asking.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
