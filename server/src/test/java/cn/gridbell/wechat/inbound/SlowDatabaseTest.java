package cn.gridbell.wechat.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.inbound.Letterbox.Dropped;
import cn.gridbell.wechat.inbound.Letterbox.Letter;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A push is stored in one trip to the database, and answered in time whether or not that trip has ended. */
@GridbellTest
@Timeout(120)
class SlowDatabaseTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(4);
    private static final String ALWAYS_ASK = "com.zaxxer.hikari.aliveBypassWindowMs";

    @Autowired
    HikariDataSource house;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    private HeldWire wire;

    @BeforeEach
    void wire() throws Exception {
        String host = house.getJdbcUrl().replaceAll(".*//([^/]+)/.*", "$1");
        wire = new HeldWire(Integer.parseInt(host.substring(host.indexOf(':') + 1)));
    }

    @AfterEach
    void over() throws Exception {
        wire.close();
    }

    private HikariDataSource connections(StoreProperties settings) {
        HikariConfig behind = new HikariConfig();
        behind.setPoolName("test");
        behind.setJdbcUrl(house.getJdbcUrl().replaceAll("//[^/]+/", "//127.0.0.1:" + wire.port() + "/"));
        behind.setUsername(house.getUsername());
        behind.setPassword(house.getPassword());
        behind.setDataSourceProperties(house.getDataSourceProperties());
        behind.setMinimumIdle(0);
        behind.setInitializationFailTimeout(-1);
        try (HikariDataSource like = new HikariDataSource(behind)) {
            return ReadyConnections.like(like, settings);
        }
    }

    private Letter letter() {
        return new Letter(
                CallbackCrypto.digest(
                        "SHA-256", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Door.MINI_PROGRAM,
                "event.slow",
                new byte[] {1, 2, 39, 92, 0},
                null,
                clock.instant(),
                clock.instant());
    }

    private int rows(Letter letter) {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM wechat_inbound WHERE event_key = ?", Integer.class, (Object) letter.key());
        return count == null ? -1 : count;
    }

    /** Connections stand from now on. */
    private static void warm(Letterbox box, Letter letter) {
        while (box.drop(letter, () -> {}).verdict() == Verdict.NOT_STORED) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPushIsStoredInOneTrip() {
        String before = System.setProperty(ALWAYS_ASK, "0"); // as if each connection had been idle for long
        try (Letterbox box = new Letterbox(connections(settings(LONG, 1, 1)), settings(LONG, 1, 1))) {
            warm(box, letter());
            for (int i = 0; i < 3; i++) {
                Letter letter = letter();
                int asked = wire.asked();
                Dropped dropped = box.drop(letter, () -> {});
                assertThat(wire.asked() - asked).isEqualTo(1);
                assertThat(dropped.verdict()).isEqualTo(Verdict.STORED);
                assertThat(sql.queryForObject(
                                "SELECT id FROM wechat_inbound WHERE event_key = ?", Long.class, (Object) letter.key()))
                        .isEqualTo(dropped.id());
                assertThat(sql.queryForObject(
                                "SELECT body FROM wechat_inbound WHERE id = ?", byte[].class, dropped.id()))
                        .isEqualTo(letter.body());
                assertThat(box.drop(letter, () -> {}).verdict()).isEqualTo(Verdict.REPEATED);
                assertThat(wire.asked() - asked).isEqualTo(2);
            }
        } finally {
            if (before == null) {
                System.clearProperty(ALWAYS_ASK);
            }
        }
    }

    @Test
    void whatIsNotStoredInTimeIsNotTakenAndTheNextTryFindsItThere() throws Exception {
        Letter late = letter();
        CountDownLatch stored = new CountDownLatch(1);
        try (Letterbox box = new Letterbox(connections(settings(SHORT, 2, 4)), settings(SHORT, 2, 4))) {
            warm(box, letter());
            wire.hold();
            assertThat(box.drop(late, stored::countDown).verdict()).isEqualTo(Verdict.NOT_STORED);
            assertThat(rows(late)).isZero();
            wire.release();
            assertThat(stored.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(rows(late)).isEqualTo(1);
        }
        try (Letterbox box = new Letterbox(connections(settings(LONG, 1, 1)), settings(LONG, 1, 1))) {
            assertThat(box.drop(late, () -> {}).verdict()).isEqualTo(Verdict.REPEATED);
        }
        assertThat(rows(late)).isEqualTo(1);
    }

    @Test
    void moreThanMayWaitAreRefusedAndTheHouseHasItsConnections() throws Exception {
        StoreProperties few = settings(LONG, 1, 2);
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try (Letterbox box = new Letterbox(connections(few), few)) {
            warm(box, letter());
            wire.hold();
            int asked = wire.asked();
            List<Future<Dropped>> waiting = new ArrayList<>();
            waiting.add(callers.submit(() -> box.drop(letter(), () -> {})));
            while (wire.asked() == asked) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 2; i++) {
                waiting.add(callers.submit(() -> box.drop(letter(), () -> {})));
            }
            while (box.waiting() < 2) {
                Thread.onSpinWait();
            }
            assertThat(box.drop(letter(), () -> {}).verdict()).isEqualTo(Verdict.NOT_STORED);
            assertThat(waiting.get(0).isDone())
                    .as("refused before the first one's time was over")
                    .isFalse();
            assertThat(house.getHikariPoolMXBean().getThreadsAwaitingConnection())
                    .isZero();
            assertThat(rows(letter())).isZero(); // the rest of the house asks the database as ever
            wire.release();
            for (Future<Dropped> one : waiting) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aConnectionThatBrokeWhileNobodyUsedItIsReplaced() throws Exception {
        StoreProperties two = settings(LONG, 2, 2);
        try (Letterbox box = new Letterbox(connections(two), two)) {
            warm(box, letter());
            wire.cut();
            Letter letter = letter();
            assertThat(box.drop(letter, () -> {}).verdict()).isEqualTo(Verdict.STORED);
            assertThat(rows(letter)).isEqualTo(1);
        }
    }

    @Test
    void wordsThatAreFoundTooLateForTheAnswerAreGivenBack() throws Exception {
        CountDownLatch finding = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        try (Looks looks = new Looks(replies(), settings(SHORT, 1, 1))) {
            boolean late = false;
            try {
                looks.within(
                        SHORT.toMillis(),
                        () -> {
                            finding.await();
                            return Optional.of("words");
                        },
                        words -> back.countDown());
            } catch (Looks.TooLate e) {
                late = true;
            }
            assertThat(late).isTrue();
            finding.countDown();
            assertThat(back.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static ReplyProperties replies() {
        return new ReplyProperties(true, Duration.ZERO, 4, Duration.ofSeconds(6), Duration.ofSeconds(60), 5, 4);
    }

    private static StoreProperties settings(Duration limit, int connections, int waiting) {
        return new StoreProperties(limit, connections, waiting);
    }
}
