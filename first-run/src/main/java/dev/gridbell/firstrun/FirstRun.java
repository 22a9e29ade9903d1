package dev.gridbell.firstrun;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.gridbell.embedded.EmbeddedServersFailed;
import dev.gridbell.firstrun.story.Story;
import dev.gridbell.firstrun.story.StoryFailed;
import dev.gridbell.firstrun.story.StreetDirectory;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * The one command: starts everything on this machine and prints one URL. With the argument {@code story} it plays the story
 * against a first run that is already up, prints each step, and ends with 1 if a step was not answered as it should be.
 */
public final class FirstRun {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FirstRun() {}

    /** @param arguments none, or {@code story} */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            FirstRunSettings settings = FirstRunSettings.of(System.getenv(), System.getProperties());
            if (arguments.length > 0 && arguments[0].equals("story")) {
                playStory(settings);
            } else {
                run(settings);
            }
        } catch (FirstRunFailed | EmbeddedServersFailed | StoryFailed e) {
            OUT.println();
            OUT.println("✗ " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(FirstRunSettings settings) throws InterruptedException {
        quiet();
        OUT.println("网格叮咚 Gridbell · 数据放在 " + settings.home());
        long start = System.nanoTime();
        RunningGridbell running = RunningGridbell.start(settings, OUT::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop-gridbell"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        OUT.println();
        OUT.printf(
                "✓ 就绪（%d 秒），请打开 · ready, open:  %s%n",
                seconds, running.sandbox().resolve("/story"));
        OUT.println("  小程序 · mini-program:  " + running.app());
        OUT.println("  Ctrl-C 停止 · stops");
        running.miniProgram()
                .makeIfNeeded(
                        () -> OUT.println("✓ 小程序可以用了 · the mini-program is there:  " + running.app()), OUT::println);
        new CountDownLatch(1).await();
    }

    /** Until the server sets up its own log file, a newcomer's console shows progress and what went wrong, nothing else. */
    private static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static void stop(RunningGridbell running) {
        OUT.println("正在停止 · stopping …");
        running.close();
    }

    private static void playStory(FirstRunSettings settings) {
        URI server = URI.create("http://127.0.0.1:" + settings.serverPort());
        URI sandbox = URI.create("http://127.0.0.1:" + settings.sandboxPort());
        new Story(server, sandbox, StreetDirectory.ofTheServer(), new PrintedStory(OUT)).play();
        OUT.println();
        OUT.println("✓ 故事演完，每一步都核对过 · the story is played, every step checked");
        System.exit(0);
    }
}
