package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 30;
    private static final int CONSENTS = 5_000;

    @Test
    void consentsAreNeverSpentTwiceHoweverManyReachForThem() throws Exception {
        Template template = new Templates().of(AppKind.MINI_PROGRAM).get(0).withType(Template.Type.ONE_TIME);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        for (int round = 0; round < ROUNDS; round++) {
            Person person = new Person("p", "张阿姨", "13800000001", "seed", Instant.EPOCH);
            for (int i = 0; i < CONSENTS; i++) {
                person.accept(template);
            }
            List<Future<Integer>> spenders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                spenders.add(threads.submit(() -> {
                    start.await();
                    return spend(person, template.id());
                }));
            }
            int spent = 0;
            for (Future<Integer> spender : spenders) {
                spent += spender.get();
            }
            assertThat(spent).as("round %d", round).isEqualTo(CONSENTS);
        }
        threads.shutdown();
    }

    private static int spend(Person person, String templateId) {
        int spent = 0;
        for (int i = 0; i < CONSENTS; i++) {
            try {
                person.spendConsent(templateId);
                spent++;
            } catch (WechatRefusal refusal) {
                assertThat(refusal.code()).isEqualTo(43101);
            }
        }
        return spent;
    }
}
