package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.resident.ResidentId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierLoopTest {

    /** {@code gridbell.message.channel.parallelism} as it is without a setting. */
    private static final int PLACES_OF_AN_APP = 8;

    private static final Duration LONG_POLL = Duration.ofSeconds(60);

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
    }

    private CourierLoop loop() {
        var retry =
                new CourierProperties.Retry(8, Duration.ofMinutes(30), Duration.ofSeconds(2), Duration.ofMinutes(4));
        var settings = new CourierProperties(
                true,
                LONG_POLL,
                Duration.ofSeconds(90),
                Duration.ofSeconds(20),
                retry,
                Duration.ofSeconds(10),
                Duration.ofDays(1));
        return new CourierLoop(
                room.desk,
                room.courier,
                room.channels,
                room.context.getBean(Lines.class),
                room.context.getBean(Bell.class),
                settings);
    }

    private void submit(long resident) {
        room.wechat.reaches(MessageRoom.phoneOf(resident), true, true);
        room.announce(new RequestSubmitted(new RequestId(1), new ResidentId(resident), 1, room.clock.instant()));
    }

    @Test
    void sendsAsSoonAsItIsRungForAndNeverMoreAtOnceThanAnAppHasPlaces() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(20);
        CountDownLatch allPlacesTaken = new CountDownLatch(PLACES_OF_AN_APP);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        room.wechat.answers(call -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            allPlacesTaken.countDown();
            try {
                assertThat(allPlacesTaken.await(20, TimeUnit.SECONDS)).isTrue();
                return room.wechat.accept(call);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                atOnce.decrementAndGet();
                called.countDown();
            }
        });
        CourierLoop loop = loop();

        loop.start();
        for (int i = 0; i < 20; i++) {
            submit(100 + i);
        }
        while (!called.await(200, TimeUnit.MILLISECONDS)) {
            room.clock.advance(Duration.ofSeconds(1)); // who found no place comes back a moment later
            room.context.getBean(Bell.class).ring();
        }
        loop.stop();

        assertThat(most.get()).isEqualTo(PLACES_OF_AN_APP);
        assertThat(room.count("message WHERE status = 'SENT'")).isEqualTo(20);
    }

    @Test
    void letsTheCallUnderWayEndWhenItIsStopped() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        room.wechat.answers(call -> {
            called.countDown();
            try {
                assertThat(answer.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return room.wechat.accept(call);
        });
        CourierLoop loop = loop();
        loop.start();
        submit(7);
        assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
        Thread stopping = new Thread(loop::stop, "stopping");

        stopping.start();
        answer.countDown();
        stopping.join(20_000);

        assertThat(loop.isRunning()).isFalse();
        assertThat(room.status()).isEqualTo("SENT");
    }
}
