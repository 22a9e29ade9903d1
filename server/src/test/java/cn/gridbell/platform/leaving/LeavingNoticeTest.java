package cn.gridbell.platform.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LeavingNoticeTest {

    @Test
    void connectionsEndOnlyOnceTheNodeIsAskedToStop() throws Exception {
        LeavingNotice notice = new LeavingNotice(new LeavingProperties(Duration.ZERO));
        notice.start();
        assertThat(connectionHeader(notice)).isNull();
        notice.stop();
        assertThat(connectionHeader(notice)).isEqualTo("close");
        notice.start();
        assertThat(connectionHeader(notice))
                .as("a context that was only paused")
                .isNull();
    }

    @Test
    void theNodeStillAnswersWhileTheNoticeLasts() throws Exception {
        LeavingNotice notice = new LeavingNotice(new LeavingProperties(Duration.ofMillis(400)));
        notice.start();
        long begun = System.nanoTime();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(notice::stop);
        while (connectionHeader(notice) == null) {
            Thread.onSpinWait();
        }
        assertThat(stopping).isNotDone();
        stopping.get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void theWebServerStopsAfterwards() {
        LeavingNotice notice = new LeavingNotice(new LeavingProperties(Duration.ZERO));
        assertThat(notice.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @Test
    void aNoticeLongerThanTheWholeStopIsRefused() {
        assertThatThrownBy(() -> new LeavingProperties(Duration.ofSeconds(16)))
                .hasMessage("gridbell.leaving.notice: 0s to 15s");
    }

    private static @Nullable String connectionHeader(LeavingNotice notice) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        notice.doFilter(new MockHttpServletRequest(), answer, new MockFilterChain());
        return answer.getHeader("Connection");
    }
}
