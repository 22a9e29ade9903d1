package cn.gridbell.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;

@Timeout(60)
class OverloadGateTest {

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch inside = new CountDownLatch(2);
    private final FilterChain busy = (request, response) -> {
        inside.countDown();
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        request.getInputStream().readAllBytes();
    };

    @AfterEach
    void letGo() {
        end.countDown();
        clients.shutdownNow();
    }

    @Test
    void refusesAtOnceWhatIsMoreThanItsPlacesAndThoseWhoWait() throws Exception {
        OverloadGate gate = gate(2, 1, Duration.ofSeconds(20));
        Future<MockHttpServletResponse> first = call(gate, "/api/resident/requests");
        Future<MockHttpServletResponse> second = call(gate, "/api/resident/requests");
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        Future<MockHttpServletResponse> waits = call(gate, "/api/resident/requests");
        awaitWaiting(1);

        MockHttpServletResponse refused = call(gate, "/api/resident/requests").get(5, TimeUnit.SECONDS);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 3);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("urn:problem:platform:overloaded")
                .contains("请几秒后再试");
        assertThat(meters.counter("gridbell.load.refused", "what", "work").count())
                .isEqualTo(1);

        end.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
        assertThat(second.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
        assertThat(waits.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
        assertThat(meters.get("gridbell.load.at.work").gauge().value()).isZero();
    }

    @Test
    void healthAndWhatWechatPushesPassAFullHouse() throws Exception {
        OverloadGate gate = gate(1, 0, Duration.ofSeconds(1));
        Future<MockHttpServletResponse> atWork = call(gate, "/api/resident/requests");
        while (meters.get("gridbell.load.at.work").gauge().value() < 1) {
            Thread.onSpinWait();
        }
        FilterChain quick = (request, response) -> ((MockHttpServletResponse) response).setStatus(204);

        for (String path : new String[] {"/actuator/health/readiness", "/wechat/official-account/wx1"}) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            gate.doFilter(new MockHttpServletRequest("GET", path), answer, quick);
            assertThat(answer.getStatus()).as(path).isEqualTo(204);
        }
        end.countDown();
        assertThat(atWork.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
    }

    @Test
    void whoWouldWaitTooLongIsRefusedAtOnce() throws Exception {
        OverloadGate gate = gate(1, 50, Duration.ofSeconds(20));
        Future<MockHttpServletResponse> atWork = call(gate, "/api/resident/requests");
        while (meters.get("gridbell.load.at.work").gauge().value() < 1) {
            Thread.onSpinWait();
        }
        gate.learn(TimeUnit.MINUTES.toNanos(1));
        assertThat(call(gate, "/api/resident/requests")
                        .get(10, TimeUnit.SECONDS)
                        .getStatus())
                .isEqualTo(429);
        end.countDown();
        assertThat(atWork.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
    }

    @Test
    void whoWaitsTooLongIsRefused() throws Exception {
        OverloadGate gate = gate(1, 5, Duration.ZERO);
        Future<MockHttpServletResponse> atWork = call(gate, "/api/resident/requests");
        while (meters.get("gridbell.load.at.work").gauge().value() < 1) {
            Thread.onSpinWait();
        }
        assertThat(call(gate, "/api/resident/requests").get(5, TimeUnit.SECONDS).getStatus())
                .isEqualTo(429);
        end.countDown();
        assertThat(atWork.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
    }

    @Test
    void aBodyIsHereBeforeTheCallTakesItsPlace() throws Exception {
        OverloadGate gate = gate(1, 0, Duration.ZERO);
        CountDownLatch asked = new CountDownLatch(1);
        MockHttpServletRequest slow = slow(asked);
        slow.setContentType("application/json");
        slow.setContent("{}".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse late = new MockHttpServletResponse();
        byte[][] seen = new byte[1][];
        Future<?> arriving = clients.submit(() -> {
            gate.doFilter(
                    slow,
                    late,
                    (request, response) -> seen[0] = request.getInputStream().readAllBytes());
            return null;
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        MockHttpServletResponse other = new MockHttpServletResponse();
        gate.doFilter(
                new MockHttpServletRequest("GET", "/api/resident/requests"),
                other,
                (request, response) -> ((MockHttpServletResponse) response).setStatus(204));
        assertThat(other.getStatus()).isEqualTo(204);

        end.countDown();
        arriving.get(5, TimeUnit.SECONDS);
        assertThat(new String(seen[0], StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void standsBeforeWhatObservesCalls() {
        FilterRegistrationBean<ServerHttpObservationFilter> observing =
                new FilterRegistrationBean<>(new ServerHttpObservationFilter(ObservationRegistry.NOOP));
        LoadSetup.observedOnceLetIn().postProcessBeforeInitialization(observing, "observing");
        assertThat(observing.getOrder()).isGreaterThan(OverloadGate.ORDER);
    }

    @Test
    void nobodyWaitsForABodyThatIsOneTooMany() throws Exception {
        OverloadGate gate = gate(5, 5, Duration.ofSeconds(20), 1, 1);
        CountDownLatch asked = new CountDownLatch(1);
        MockHttpServletRequest slow = slow(asked);
        slow.setContent("{}".getBytes(StandardCharsets.UTF_8));
        Future<?> arriving = clients.submit(() -> {
            gate.doFilter(slow, new MockHttpServletResponse(), (request, response) -> {});
            return null;
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        FilterChain quick = (request, response) -> ((MockHttpServletResponse) response).setStatus(204);
        MockHttpServletResponse refused = new MockHttpServletResponse();
        gate.doFilter(posted("/api/resident/requests"), refused, quick);
        // After a 429 Tomcat would wait for the body with a thread.
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("urn:problem:platform:overloaded");

        MockHttpServletResponse push = new MockHttpServletResponse();
        gate.doFilter(posted("/wechat/official-account/wx1"), push, quick);
        assertThat(push.getStatus()).as("pushes have places of their own").isEqualTo(204);

        end.countDown();
        arriving.get(5, TimeUnit.SECONDS);
    }

    /** A call whose body comes at the end; @param asked once somebody wants it */
    private MockHttpServletRequest slow(CountDownLatch asked) {
        return new MockHttpServletRequest("POST", "/api/resident/requests") {
            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                asked.countDown();
                try {
                    end.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.getInputStream();
            }
        };
    }

    private static MockHttpServletRequest posted(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private OverloadGate gate(int atWork, int waiting, Duration patience) {
        return gate(atWork, waiting, patience, 10, 10);
    }

    private OverloadGate gate(int atWork, int waiting, Duration patience, int bodies, int pushes) {
        return new OverloadGate(
                new LoadProperties(atWork, waiting, patience, bodies, pushes, 2, Duration.ofSeconds(10), 200), meters);
    }

    private Future<MockHttpServletResponse> call(OverloadGate gate, String path) {
        return clients.submit(() -> {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            gate.doFilter(new MockHttpServletRequest("GET", path), answer, busy);
            return answer;
        });
    }

    private void awaitWaiting(int count) {
        while (meters.get("gridbell.load.waiting").gauge().value() < count) {
            Thread.onSpinWait();
        }
    }
}
