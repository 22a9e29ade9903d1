package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.Cursor;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.visit.VisitBooked;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of the inbox, over both sides of one person, page by page. */
class InboxTest {

    private MessageRoom room;
    private MessageMapper messages;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        messages = room.context.getBean(MessageMapper.class);
        room.wechat.reaches(MessageRoom.phoneOf(FakeNews.RESIDENT.value()), true, true);
        var at = room.clock.instant();
        for (int i = 1; i <= 3; i++) {
            room.news.request(i, RequestStatus.ASSIGNED);
            room.announce(new RequestSubmitted(new RequestId(i), FakeNews.RESIDENT, 1, at));
        }
        room.news.visit(4, VisitStatus.REQUESTED);
        room.announce(new VisitBooked(new VisitId(4), FakeNews.RESIDENT, FakeNews.MEMBER, 1, at.plusSeconds(1)));
        room.clock.advance(java.time.Duration.ofSeconds(2));
        room.work();
    }

    private List<Long> subjects(long staff, Cursor from, int most) {
        return messages.inbox(FakeNews.RESIDENT.value(), staff, from.at(), from.id(), most).stream()
                .map(InboxRow::subjectId)
                .toList();
    }

    @Test
    void showsResidentsAndStaffsMessagesOfOnePersonNewestFirst() {
        assertThat(subjects(FakeNews.MEMBER.value(), Cursor.NEWEST, 10)).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void showsNobodyElsesMessages() {
        assertThat(subjects(-1, Cursor.NEWEST, 10)).containsExactly(3L, 2L, 1L);
        assertThat(messages.inbox(8, -1, Cursor.NEWEST.at(), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void goesOnWhereAPageEndedWithinOneInstant() {
        InboxRow second =
                messages.inbox(7, 70, Cursor.NEWEST.at(), Long.MAX_VALUE, 2).get(1);

        assertThat(subjects(70, new Cursor(second.createdAt(), second.id()), 10))
                .containsExactly(2L, 1L);
    }
}
