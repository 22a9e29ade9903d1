package dev.gridbell.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process at a time on one folder. The operating system lets go of the lock when the process dies, however it dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws EmbeddedServersFailed if another process, or this one, already runs servers on this folder */
    static HomeLock take(Path home) {
        HomeLock lock = tryTake(home);
        if (lock == null) {
            throw new EmbeddedServersFailed(
                    "文件夹 %s 正被另一个 Gridbell 使用。请先停止它，或用 GRIDBELL_HOME 指定另一个文件夹。".formatted(home),
                    "Another Gridbell is using the folder %s. Stop it first, or name another folder with GRIDBELL_HOME."
                            .formatted(home));
        }
        return lock;
    }

    static @Nullable HomeLock tryTake(Path home) {
        try {
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new HomeLock(channel);
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // the same answer as for any other holder: null below
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
