package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.wechat.WechatConsentChanged;
import cn.gridbell.wechat.WechatConsentChanged.Choice;
import cn.gridbell.wechat.WechatPersonId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ConsentLedgerTest {

    private static final WechatPersonId PHONE = new WechatPersonId(9001);
    private static final String CONFIRMED = "MP-VISIT-CONFIRMED-000000000000000000000000";

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
    }

    private void event(Choice choice, boolean popup, long inboundId) {
        room.announce(new WechatConsentChanged(PHONE, CONFIRMED, choice, popup, inboundId, room.clock.instant()));
    }

    private int remaining() {
        return room.consents.remaining(PHONE, CONFIRMED);
    }

    @Test
    void neverFallsBelowZeroUnderThirtySpendsAtOnce() throws Exception {
        room.accept(PHONE, CONFIRMED, 10);
        List<Callable<Boolean>> spends = LongStream.range(0, 30)
                .<Callable<Boolean>>mapToObj(message -> () -> Boolean.TRUE.equals(
                        room.transaction.execute(open -> room.consents.spend(PHONE, CONFIRMED, message, false))))
                .toList();

        ExecutorService threads = Executors.newFixedThreadPool(30);
        int spent = 0;
        try {
            for (Future<Boolean> spend : threads.invokeAll(spends)) {
                spent += spend.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(spent).isEqualTo(10);
        assertThat(remaining()).isZero();
        assertThat(room.count("message_consent_entry WHERE choice = 'SPENT'")).isEqualTo(10);
    }

    @Test
    void isHeldAboveZeroByTheDatabaseItself() {
        room.accept(PHONE, CONFIRMED, 1);

        assertThatThrownBy(() -> room.sql.update("UPDATE message_consent SET remaining = -1"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void countsTheSameEventOnce() {
        event(Choice.ACCEPT, true, 5);
        event(Choice.ACCEPT, true, 5);

        assertThat(remaining()).isEqualTo(1);
    }

    @Test
    void isEndedByTheSettingsButNotByARefusalInThePanel() {
        event(Choice.ACCEPT, true, 1);
        event(Choice.ACCEPT, true, 2);
        event(Choice.REJECT, true, 3);
        assertThat(remaining()).isEqualTo(2);

        event(Choice.REJECT, false, 4);

        assertThat(remaining()).isZero();
    }

    @Test
    void isEndedByABan() {
        event(Choice.ACCEPT, true, 1);
        event(Choice.BAN, true, 2);

        assertThat(remaining()).isZero();
    }

    @Test
    void knowsNothingOfTemplatesItDoesNotHave() {
        room.announce(new WechatConsentChanged(
                PHONE, "somebody-elses-template", Choice.ACCEPT, true, 1, room.clock.instant()));

        assertThat(room.count("message_consent")).isZero();
    }
}
