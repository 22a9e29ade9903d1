package cn.gridbell.wechat;

import cn.gridbell.platform.Failures;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the access tokens fresh in the background, so that no resident waits for one. */
@Component
class TokenKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TokenKeeper.class);
    private static final long PAUSE_SECONDS = 5;

    private final AccessTokens tokens;
    private volatile @Nullable ScheduledExecutorService timer;

    TokenKeeper(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // runs until stopped, and catches what goes wrong
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "wechat-tokens");
            thread.setDaemon(true);
            return thread;
        });
        timer = started;
        started.scheduleWithFixedDelay(this::keepFresh, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void keepFresh() {
        try {
            tokens.keepFresh();
        } catch (RuntimeException e) {
            log.warn("access tokens not refreshed: {}", Failures.describe(e));
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
