package cn.gridbell.platform.leaving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A node that was asked to stop is not ready from that moment (Spring says so), but answers calls for a while longer, each with
 * {@code Connection: close}. Whoever asks about readiness sends nothing more, and whoever keeps connections open, as nginx does, has none left
 * when the door closes: a call sent on one that is closed in that moment gets no answer, and nobody can know whether it was heard.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeavingNotice extends OncePerRequestFilter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingNotice.class);

    private final LeavingProperties properties;
    private volatile boolean running;
    private volatile boolean leaving;

    LeavingNotice(LeavingProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        leaving = false;
        running = true;
    }

    /** Before the web server stops: its phase is a lower one. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }

    @Override
    public void stop() {
        running = false;
        leaving = true;
        if (properties.notice().isZero()) {
            return;
        }
        LOG.info("asked to stop: takes calls for {} more, then closes the door", properties.notice());
        try {
            TimeUnit.NANOSECONDS.sleep(properties.notice().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
