package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitStatus;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.SendAnswer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders of a hundred visits, both sides: two nodes, both away for an hour when they fall due, and nodes that die before, in and after their calls. */
class RemindersOnTwoNodesTest {

    private static final int VISITS = 100;
    private static final Duration LEASE_AND_MORE = Duration.ofMinutes(2);

    private MessageRoom room;

    @BeforeEach
    void aHundredVisitsAreConfirmed() {
        room = MessageRoom.fresh();
        room.wechat.reaches(MessageRoom.phoneOf(FakeNews.MEMBER.value()), true, true);
        for (int i = 1; i <= VISITS; i++) {
            ResidentId resident = new ResidentId(5000 + i);
            room.wechat.reaches(MessageRoom.phoneOf(resident.value()), true, true);
            room.news.visit(i, VisitStatus.CONFIRMED);
            room.announce(new VisitConfirmed(new VisitId(i), resident, FakeNews.MEMBER, 2, room.clock.instant()));
        }
        room.work();
        assertThat(shown()).as("only the confirmations are due now").hasSize(VISITS);
    }

    @Test
    void eachSideIsRemindedOnceWhoeverDiesAndHoweverLongAllWereAway() throws Exception {
        int calls = room.wechat.heard().size();
        room.clock.moveTo(Instant.parse("2026-11-25T12:00:00Z")); // an hour after they fell due: nobody was there
        nodesThatDie();
        Set<String> evening = shown();
        assertThat(evening).hasSize(VISITS + 2 * VISITS);
        assertSentOnce("VISIT_REMINDER");
        assertSentOnce("VISIT_TASK_REMINDER");

        room.clock.moveTo(FakeNews.START.minus(Duration.ofMinutes(60))); // an hour late again
        nodesThatDie();
        assertThat(shown()).hasSize(VISITS + 4 * VISITS).containsAll(evening);
        assertSentOnce("VISIT_SOON");
        assertSentOnce("VISIT_TASK_SOON");

        room.pass(Duration.ofHours(12));
        assertThat(shown()).hasSize(VISITS + 4 * VISITS);
        System.out.printf(
                "reminders: %d visits, 4 each, shown %d times in %d calls; 8 kills, 2 hours away%n",
                VISITS, shown().size() - VISITS, room.wechat.heard().size() - calls);
    }

    private void assertSentOnce(String scene) {
        assertThat(room.count("message WHERE scene = '" + scene + "' AND status = 'SENT'"))
                .isEqualTo(VISITS);
        assertThat(room.count("message WHERE scene = '" + scene + "'")).isEqualTo(VISITS);
    }

    /** As people see them: WeChat shows a template message once, however often it is sent under its id within ten minutes. */
    private Set<String> shown() {
        return room.wechat.heard().stream()
                .map(heard -> heard.person().value() + " " + heard.message().clientMsgId())
                .collect(Collectors.toSet());
    }

    private void nodesThatDie() throws Exception {
        assertThat(room.claim(10)).as("one dies before its calls").hasSize(10);
        for (int i = 0; i < 2; i++) {
            diesInTheCall();
        }
        Callable<Integer> dies = () -> node(3);
        Callable<Integer> lives = () -> node(Integer.MAX_VALUE);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int carried = 0;
            for (Future<Integer> node : nodes.invokeAll(List.of(dies, lives))) {
                carried += node.get();
            }
            assertThat(carried).isPositive();
        } finally {
            nodes.shutdownNow();
        }
        room.pass(LEASE_AND_MORE);
        room.pass(LEASE_AND_MORE);
    }

    /** WeChat took it; nobody is there to write that down before the claim lapses. */
    private void diesInTheCall() {
        room.wechat.answers(call -> {
            room.clock.advance(LEASE_AND_MORE);
            room.desk.takeBackLapsed();
            return new SendAnswer(Verdict.UNKNOWN, null, -99);
        });
        room.claim(1).forEach(room.courier::carry);
        room.wechat.accepts();
    }

    /** Works until nothing is due, or dies holding what it claimed and has half carried. */
    private int node(int batches) {
        int carried = 0;
        for (int batch = 0; ; batch++) {
            List<Message> claimed = room.claim(10);
            if (claimed.isEmpty()) {
                return carried;
            }
            if (batch == batches) {
                claimed.subList(0, claimed.size() / 2).forEach(room.courier::carry);
                return carried;
            }
            claimed.forEach(room.courier::carry);
            carried += claimed.size();
        }
    }
}
