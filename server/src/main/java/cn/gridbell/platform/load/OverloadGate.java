package cn.gridbell.platform.load;

import cn.gridbell.platform.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets in as many calls as this node works on well, lets some more wait for their turn, and refuses the rest at once: work that nobody waits for any
 * more would take the place of work that somebody does. What whoever runs the node looks at passes freely; WeChat's pushes have their own bound.
 *
 * <p>The no is 429: after a 503 Tomcat hangs up, so that each refused client connects anew; and our mini-program tries again by itself after a 503, not
 * after a 429. Only who is refused while the body is still on its way is told 503: after a 429 a thread would wait for the rest of it.
 *
 * <p>A body is received before the call takes its place, so that a place is never held by somebody who speaks slowly. Uploads and forms, which are
 * read where they are used, have places of their own.
 */
@Component
@Order(OverloadGate.ORDER)
class OverloadGate implements Filter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    /** Written down once: a no must cost next to nothing. */
    private static final ProblemWriter.Written NO = no(HttpStatus.TOO_MANY_REQUESTS);
    /** After which Tomcat hangs up, instead of waiting for the rest of a body with a thread. */
    private static final ProblemWriter.Written NO_TO_AN_UNREAD_BODY = no(HttpStatus.SERVICE_UNAVAILABLE);

    private static final String UPLOADS = "uploads";
    private static final String BODIES = "bodies";
    private static final String WORK = "work";
    private static final String PUSHES = "/wechat/";
    private static final int MEAN_OF = 32;
    private static final int RETRY_FROM = 1;
    private static final int RETRY_TO = 3;

    private final LoadProperties limits;
    private final Semaphore atWork;
    private final Semaphore bodies;
    private final Semaphore pushes;
    private final Semaphore uploads;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Of a call at work; a moving mean. */
    private final AtomicLong meanNanos = new AtomicLong();

    private final Map<String, Counter> refused;
    /** Not part of {@code http.server.requests}, which begins when a call is let in. */
    private final Timer waited;

    OverloadGate(LoadProperties limits, MeterRegistry meters) {
        this.limits = limits;
        this.atWork = new Semaphore(limits.places(), true);
        this.bodies = new Semaphore(limits.bodies());
        this.pushes = new Semaphore(limits.pushes());
        this.uploads = new Semaphore(limits.uploads(), true);
        this.waited = meters.timer("gridbell.load.waited");
        this.refused = Stream.of(UPLOADS, BODIES, WORK)
                .collect(Collectors.toMap(what -> what, what -> meters.counter("gridbell.load.refused", "what", what)));
        meters.gauge("gridbell.load.at.work", atWork, free -> limits.places() - (double) free.availablePermits());
        meters.gauge("gridbell.load.waiting", waiting);
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (request.getRequestURI().startsWith("/actuator/")) {
            chain.doFilter(request, response);
        } else if (isReadWhereItIsUsed(request)) {
            takeUpload(request, response, chain);
        } else if (ReceivedBody.mayStillArrive(request)) {
            receive(request, response, chain);
        } else {
            work(request, response, chain);
        }
    }

    private static boolean isReadWhereItIsUsed(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/") || lower.startsWith("application/x-www-form-urlencoded");
    }

    private void takeUpload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!enter(uploads, 0)) {
            refuse(response, UPLOADS, NO_TO_AN_UNREAD_BODY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            uploads.release();
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Semaphore places = isPush(request) ? pushes : bodies;
        if (!places.tryAcquire()) {
            refuse(response, BODIES, NO_TO_AN_UNREAD_BODY);
            return;
        }
        HttpServletRequest received;
        try {
            received = ReceivedBody.of(request);
        } finally {
            places.release();
        }
        work(received, response, chain);
    }

    private void work(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPush(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (!enter(atWork, meanNanos.get() / limits.places())) {
            refuse(response, WORK, NO);
            return;
        }
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            atWork.release();
            learn(System.nanoTime() - start);
        }
    }

    /** Of the last few dozen calls. @param nanos that a call was at work */
    void learn(long nanos) {
        meanNanos.updateAndGet(mean -> mean == 0 ? nanos : mean + (nanos - mean) / MEAN_OF);
    }

    /**
     * In the order of arrival. Who would wait longer than anybody is willing to is told at once and not in the end.
     *
     * @param nanosEach how much longer each of those in line makes it; 0 if nobody knows
     */
    private boolean enter(Semaphore places, long nanosEach) {
        try {
            if (places.tryAcquire(0, TimeUnit.SECONDS)) {
                return true;
            }
            int line = waiting.incrementAndGet();
            long since = System.nanoTime();
            try {
                return line <= limits.waiting()
                        && line * nanosEach <= limits.patience().toNanos()
                        && places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                waiting.decrementAndGet();
                waited.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isPush(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PUSHES);
    }

    private void refuse(HttpServletResponse response, String what, ProblemWriter.Written no) throws IOException {
        Objects.requireNonNull(refused.get(what)).increment();
        // Not all at the same moment again.
        response.setHeader(
                "Retry-After", Integer.toString(ThreadLocalRandom.current().nextInt(RETRY_FROM, RETRY_TO + 1)));
        no.write(response);
    }

    private static ProblemWriter.Written no(HttpStatus status) {
        return ProblemWriter.written(
                status, "urn:problem:platform:overloaded", "使用的人较多", "现在使用的人较多，这次没有办理，请几秒后再试；之前提交成功的内容不受影响。");
    }
}
