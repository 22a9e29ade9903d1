package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.restore.AfterRestore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Letters that came before the backup are worked by this process's own worker; what people would be answered may have been said since, and is not said again. */
@Component
class LettersAfterRestore implements AfterRestore {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 200;

    private final InboundMapper letters;
    private final ReplyMapper replies;
    private final Clock clock;

    LettersAfterRestore(InboundMapper letters, ReplyMapper replies, Clock clock) {
        this.letters = letters;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public void catchUp() {
        letters.allDue(clock.instant());
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (letters.unworked() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> setAside(Instant now) {
        List<String> lines = new ArrayList<>();
        int unworked = letters.unworked();
        if (unworked > 0) {
            lines.add("来信：" + unworked + " 封还没有处理完，服务启动后会继续处理并回复，对方可能收到第二次。");
        }
        int unsaid = replies.setAside(now);
        if (unsaid > 0) {
            lines.add("公众号回复：" + unsaid + " 条可能已经发送过，不再发送。");
        }
        return lines;
    }
}
