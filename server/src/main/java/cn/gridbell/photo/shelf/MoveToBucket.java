package cn.gridbell.photo.shelf;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar gridbell-server.jar --photos-to-bucket}, with the bucket already set: copies what lies in the folder and not yet in the bucket, deletes nothing, and
 * may be run again. The exit code is 0 only if everything is there.
 */
@Component
class MoveToBucket implements ApplicationRunner, ExitCodeGenerator {

    private static final String OPTION = "photos-to-bucket";
    private static final int PAGE = 500;

    private final ShelfProperties settings;
    private final Cabinet bucket;
    private final PrintStream terminal;
    private volatile int exitCode;

    @Autowired
    MoveToBucket(ShelfProperties settings, Cabinet bucket) {
        this(settings, bucket, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    MoveToBucket(ShelfProperties settings, Cabinet bucket, PrintStream terminal) {
        this.settings = settings;
        this.bucket = bucket;
        this.terminal = terminal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            exitCode = move();
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    int move() {
        if (settings.s3() == null) {
            terminal.println("请先设置 gridbell.photo.s3.*，再运行本命令。");
            return 1;
        }
        Cabinet folder = new DiskCabinet(settings.folder());
        int copied = 0;
        int there = 0;
        int failed = 0;
        String last = null;
        for (List<Cabinet.Kept> page = page(folder, last); !page.isEmpty(); page = page(folder, last)) {
            for (Cabinet.Kept file : page) {
                last = file.key();
                try {
                    boolean fresh = file.key().endsWith(".jpg") && copy(folder, file.key());
                    copied += fresh ? 1 : 0;
                    there += fresh ? 0 : 1;
                } catch (IOException away) {
                    failed++;
                }
            }
            terminal.println("已复制 " + copied + " 个文件，原已存在 " + there + " 个，失败 " + failed + " 个。");
        }
        terminal.println(failed == 0 ? "全部图片已在存储桶中。" : "有文件没有复制成功，请检查存储桶后再次运行。");
        return failed == 0 ? 0 : 1;
    }

    private static List<Cabinet.Kept> page(Cabinet folder, @Nullable String last) {
        try {
            return folder.list(last, PAGE);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** @return false if the bucket has it, whole */
    private boolean copy(Cabinet folder, String key) throws IOException {
        Optional<Resource> found = folder.find(key);
        if (found.isEmpty()) {
            return false;
        }
        byte[] file = found.get().getContentAsByteArray();
        Optional<Resource> there = bucket.find(key);
        if (there.isPresent() && there.get().getContentAsByteArray().length == file.length) {
            return false;
        }
        bucket.put(key, file);
        return true;
    }
}
