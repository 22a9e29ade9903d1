package cn.gridbell.wechat.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An answer goes one way only, whoever is faster and whoever dies in between. */
@GridbellTest
@TestPropertySource(properties = {"test.context=replies", "gridbell.wechat.replies.enabled=false"})
@DirtiesContext
class RepliesTest {

    private static final SecretKeySpec KEY =
            new SecretKeySpec(Base64.getDecoder().decode(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY + "="), "AES");
    private static final String WORDS = "您好]]><b>x</b>，已收到";

    @Autowired
    Replies replies;

    @Autowired
    InboundLog letters;

    @Autowired
    PassiveAnswers answers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    @Autowired
    ReplyProperties settings;

    private final List<String> carried = new ArrayList<>();
    private ReplyCarrier.Outcome outcome = ReplyCarrier.Outcome.SENT;
    private ReplyCourier courier;

    @BeforeEach
    void aCourier() {
        courier = new ReplyCourier(
                replies,
                (person, words) -> {
                    carried.add(words);
                    return outcome;
                },
                settings);
    }

    @Test
    void isSaidInTheAnswerToThePushAndAgainIfThatWasLost() {
        Push push = push();
        long letter = letter(push);
        write(letter, 1);
        Optional<String> first = answers.keep(push).reply();
        Optional<String> again = answers.keep(push).reply();
        assertThat(content(first.orElseThrow())).isEqualTo(WORDS);
        assertThat(content(again.orElseThrow())).isEqualTo(WORDS);
        assertThat(status(letter)).isEqualTo("PASSIVE");
        clock.advance(Duration.ofMinutes(5));
        assertThat(claimed(letter)).isEmpty();
    }

    /** A slow look takes the words, the next try of the push says them, and only then the slow one wants to give them back. */
    @Test
    void isNotGivenBackOnceALaterTryHasSaidIt() {
        long letter = letter(push());
        write(letter, 1);
        Replies.Taken late = replies.takePassive(letter).orElseThrow();
        assertThat(replies.takePassive(letter)).isPresent();
        replies.giveBack(letter, late);
        assertThat(status(letter)).isEqualTo("PASSIVE");
        clock.advance(Duration.ofMinutes(5));
        assertThat(claimed(letter)).isEmpty();
    }

    @Test
    void goesOutByItselfWhenItWasGivenBack() {
        long letter = letter(push());
        write(letter, 1);
        replies.giveBack(letter, replies.takePassive(letter).orElseThrow());
        courier.carry(claimed(letter).orElseThrow());
        assertThat(carried).containsExactly(WORDS);
    }

    @Test
    void isNotSaidInAnAnswerOnceItGoesOutByItself() {
        long letter = letter(push());
        write(letter, 1);
        assertThat(claimed(letter)).as("not before it is due").isEmpty();
        clock.advance(Duration.ofSeconds(7));
        Replies.Claimed claim = claimed(letter).orElseThrow();
        assertThat(replies.takePassive(letter)).isEmpty();
        courier.carry(claim);
        assertThat(carried).containsExactly(WORDS);
        assertThat(status(letter)).isEqualTo("SENT");
        assertThat(replies.takePassive(letter)).isEmpty();
    }

    @Test
    void isNeverSentBothWays() throws Exception {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long letter = letter(push());
            write(letter, 1);
            all.add(letter);
        }
        clock.advance(Duration.ofSeconds(7));
        AtomicInteger passive = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            all.forEach(
                    letter -> work.add(() -> replies.takePassive(letter).isPresent() ? passive.incrementAndGet() : 0));
            IntStream.range(0, 10)
                    .forEach(n -> work.add(() -> replies.claimDue(5).size()));
            java.util.Collections.shuffle(work, new java.util.Random(7));
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        long passively =
                all.stream().filter(letter -> status(letter).equals("PASSIVE")).count();
        assertThat(passively).isEqualTo(passive.get());
        assertThat(all).allSatisfy(letter -> assertThat(status(letter)).isNotEqualTo("WAITING"));
    }

    @Test
    void isTakenOverFromANodeThatDiedBeforeTheCall() {
        long letter = letter(push());
        write(letter, 1);
        clock.advance(Duration.ofSeconds(7));
        Replies.Claimed dead = claimed(letter).orElseThrow();
        clock.advance(Duration.ofSeconds(61));
        courier.carry(dead);
        assertThat(carried).as("its claim ran out").isEmpty();
        courier.carry(claimed(letter).orElseThrow());
        assertThat(carried).containsExactly(WORDS);
        replies.ended(dead, ReplyCarrier.Outcome.REFUSED);
        assertThat(status(letter)).isEqualTo("SENT");
    }

    @Test
    void isNotRepeatedIfANodeDiedDuringTheCall() {
        long letter = letter(push());
        write(letter, 1);
        clock.advance(Duration.ofSeconds(7));
        assertThat(replies.mayCall(claimed(letter).orElseThrow())).isTrue();
        clock.advance(Duration.ofSeconds(61));
        assertThat(claimed(letter)).isEmpty();
        assertThat(status(letter)).isEqualTo("UNKNOWN");
        assertThat(replies.takePassive(letter)).isEmpty();
    }

    @Test
    void isGivenUpAfterFiveTriesOrWhenTheWindowIsClosed() {
        long letter = letter(push());
        write(letter, 1);
        outcome = ReplyCarrier.Outcome.AGAIN;
        for (int i = 0; i < 5; i++) {
            assertThat(status(letter)).isEqualTo("WAITING");
            clock.advance(Duration.ofMinutes(10));
            courier.carry(claimed(letter).orElseThrow());
        }
        assertThat(status(letter)).isEqualTo("GONE");
        assertThat(reason(letter)).isEqualTo("tries");

        long late = letter(push());
        write(late, 1);
        outcome = ReplyCarrier.Outcome.CLOSED;
        clock.advance(Duration.ofSeconds(7));
        courier.carry(claimed(late).orElseThrow());
        assertThat(reason(late)).isEqualTo("closed");
        assertThat(carried).hasSize(6);
    }

    @Test
    void aPushWithoutAnAnswerIsAnsweredAtOnce() {
        Push push = push();
        long begun = System.nanoTime();
        assertThat(answers.keep(push).reply()).isEmpty();
        Duration first = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("a push without an answer: %d ms%n", first.toMillis());
        assertThat(first).isLessThan(Duration.ofMillis(650));
    }

    @Test
    void aBurstQueuesNowhere() {
        InboundBell full = new InboundBell(1);
        byte[] one = {1};
        byte[] two = {2};
        try (InboundBell.Seat seat = full.enter(one).orElseThrow()) {
            assertThat(full.enter(two)).isEmpty();
            assertThat(full.enter(one)).isEmpty();
            full.worked(one);
            assertThat(seat.await(1)).isTrue();
        }
        assertThat(full.enter(two)).isPresent();
    }

    @Test
    void onePersonsLettersKeepTheirOrderAndHoldUpNobodyElse() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        PersonalLines lines = new PersonalLines(pool);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(20);
        List<Integer> order = new java.util.concurrent.CopyOnWriteArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                int number = i;
                lines.add("a", () -> {
                    if (number == 0) {
                        awaitQuietly(slow);
                    }
                    order.add(number);
                    all.countDown();
                });
            }
            lines.add("b", other::countDown);
            assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(order).isEmpty();
            slow.countDown();
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            pool.shutdown();
        }
        assertThat(order).isSorted().hasSize(20);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A picture of somebody unknown to WeChat: worked, and answered by nobody. */
    private Push push() {
        var content = JsonMapper.shared()
                .createObjectNode()
                .put("ToUserName", "gh_x")
                .put("MsgType", "voice")
                .put("MsgId", UUID.randomUUID().toString());
        return new Push(
                Door.OFFICIAL_ACCOUNT,
                SandboxSettings.OFFICIAL_ACCOUNT_APP_ID,
                SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                KEY,
                content.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                content);
    }

    private long letter(Push push) {
        return letters.store(push).id();
    }

    private void write(long letter, long person) {
        transaction.executeWithoutResult(status -> replies.write(letter, person, WORDS));
    }

    private Optional<Replies.Claimed> claimed(long letter) {
        return replies.claimDue(50).stream()
                .filter(claim -> claim.inboundId() == letter)
                .findFirst();
    }

    private String status(long letter) {
        return one("SELECT status FROM wechat_reply WHERE inbound_id = ?", letter);
    }

    private String reason(long letter) {
        return one("SELECT reason FROM wechat_reply WHERE inbound_id = ?", letter);
    }

    private String one(String query, long letter) {
        List<String> found = transaction.execute(status -> sql.queryForList(query, String.class, letter));
        return found.get(0);
    }

    private static String content(String envelope) {
        var outer = CallbackBody.parse(envelope.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orElseThrow();
        String encrypt = outer.path("Encrypt").asString();
        assertThat(CallbackCrypto.signature(
                        SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                        outer.path("TimeStamp").asString(),
                        outer.path("Nonce").asString(),
                        encrypt))
                .isEqualTo(outer.path("MsgSignature").asString());
        CallbackCrypto.Opened opened = CallbackCrypto.open(KEY, encrypt).orElseThrow();
        assertThat(opened.appId()).isEqualTo(SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        return CallbackBody.parse(opened.message())
                .orElseThrow()
                .path("Content")
                .asString();
    }
}
