package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.resident.ResidentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of a database that was loaded from a backup. */
class MessagesAfterRestoreTest {

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
        for (long resident : List.of(5001L, 5002L)) {
            room.wechat.reaches(MessageRoom.phoneOf(resident), true, false);
            room.announce(new RequestSubmitted(new RequestId(1), new ResidentId(resident), 1, room.clock.instant()));
        }
    }

    @Test
    void whatMayHaveBeenSaidIsLeftToAPersonAndWhatIsPlannedStays() {
        room.sql.update("UPDATE message SET not_before = not_before + INTERVAL 1 DAY, due_at = due_at + INTERVAL 1 DAY,"
                + " expires_at = expires_at + INTERVAL 1 DAY WHERE person_id = 5002");

        List<String> said = room.context.getBean(MessagesAfterRestore.class).setAside(room.clock.instant());
        room.pass(Duration.ofMinutes(30));

        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.count("message WHERE person_id = 5001 AND status = 'UNKNOWN' AND error_code = -95"))
                .isEqualTo(1);
        assertThat(String.join(" ", said)).contains("1 条可能已经发送过", "REQUEST_RECEIVED 1 条", "以后发送的 1 条");

        room.pass(Duration.ofDays(1));
        assertThat(room.wechat.heard()).hasSize(1);
    }

    /** The claim came along in the backup; whoever held it may have called since. */
    @Test
    void whatACourierHeldIsPutAsideAsWell() {
        List<Message> held = room.claim(50);

        room.context.getBean(MessagesAfterRestore.class).setAside(room.clock.instant());
        held.forEach(room.courier::carry);
        room.pass(Duration.ofHours(1));

        assertThat(held).hasSize(2);
        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.statuses()).containsOnly("UNKNOWN");
    }
}
