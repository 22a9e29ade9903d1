package cn.gridbell.platform.restore;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar gridbell-server.jar --restored}, once, after a backup was loaded and before any server: skips numbers, does what fell due, and puts aside what may have
 * been said since the backup, for a person to look at. Without it no server starts on a database that came out of a backup. {@code --restored=unmarked} for backups that
 * carry no mark: copies of the data directory, snapshots. May be run again after a failure. The exit code is 0 if all is done.
 */
@Component
class RestoredCommand implements SmartInitializingSingleton, ApplicationRunner, ExitCodeGenerator {

    static final String OPTION = "restored";
    static final String UNMARKED = "unmarked";

    private final RestoreMapper restored;
    private final AutoIncrements increments;
    private final List<AfterRestore> rooms;
    private final ApplicationArguments arguments;
    private final Clock clock;
    private final PrintStream terminal;
    private volatile int exitCode;

    @Autowired
    RestoredCommand(
            RestoreMapper restored,
            AutoIncrements increments,
            List<AfterRestore> rooms,
            ApplicationArguments arguments,
            Clock clock) {
        this(
                restored,
                increments,
                rooms,
                arguments,
                clock,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    RestoredCommand(
            RestoreMapper restored,
            AutoIncrements increments,
            List<AfterRestore> rooms,
            ApplicationArguments arguments,
            Clock clock,
            PrintStream terminal) {
        this.restored = restored;
        this.increments = increments;
        this.rooms = List.copyOf(rooms);
        this.arguments = arguments;
        this.clock = clock;
        this.terminal = terminal;
    }

    /** Before anything of this process works or writes. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!arguments.containsOption(OPTION)) {
            if (restored.pending() > 0) {
                throw new RestorePending();
            }
            return;
        }
        if (isUnmarked()) {
            restored.mark(clock.instant());
        }
        if (restored.pending() > 0) {
            terminal.println("已跳过 " + increments.skip() + " 个表的编号，各 " + AutoIncrements.SKIPPED + " 个。");
            rooms.forEach(AfterRestore::skipNumbers);
        }
    }

    @Override
    public void run(ApplicationArguments ignored) {
        if (arguments.containsOption(OPTION)) {
            exitCode = settle();
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private int settle() {
        if (restored.pending() == 0) {
            terminal.println("数据库里没有恢复标记，什么也没有做。如果数据库是用数据目录或快照恢复的，请用 --restored=" + UNMARKED + "。");
            return 1;
        }
        rooms.forEach(AfterRestore::catchUp);
        Instant now = clock.instant();
        for (AfterRestore room : rooms) {
            room.setAside(now).forEach(terminal::println);
        }
        restored.settle(now);
        terminal.println("恢复完成，现在可以启动服务。");
        return 0;
    }

    private boolean isUnmarked() {
        List<String> values = arguments.getOptionValues(OPTION);
        return values != null && values.contains(UNMARKED);
    }
}
