package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.channel.Channels.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The places on a way and the book of the day's sends, while the database does not do as it is told. */
class ChannelsTest {

    /** More than an app has places. */
    private static final int MANY = 20;

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.channels.reopen(Channel.TEMPLATE);
    }

    @Test
    void aBookThatCannotBeReadTakesNoPlaceForEver() throws InterruptedException {
        room.sql.execute("RENAME TABLE message_channel TO message_channel_away");
        try {
            for (int i = 0; i < MANY; i++) {
                assertThatThrownBy(() -> room.channels.enter(Channel.TEMPLATE, false))
                        .isInstanceOf(RuntimeException.class);
            }
        } finally {
            room.sql.execute("RENAME TABLE message_channel_away TO message_channel");
        }
        assertThat(room.channels.enter(Channel.TEMPLATE, false)).isEqualTo(Entry.IN);
        room.channels.leave(Channel.TEMPLATE, null);
    }

    /** A receipt holds the book's row until its letter is worked; a courier who waits for that row must not hold up the receipt. */
    @Test
    void whoWaitsForTheBookKeepsNobodyElseWaiting() throws InterruptedException, SQLException {
        CompletableFuture<Entry> entry = new CompletableFuture<>();
        Thread courier = new Thread(() -> entry.complete(enter()), "waits-for-the-book");
        try {
            try (Connection letter = room.context.getBean(DataSource.class).getConnection();
                    Statement statement = letter.createStatement()) {
                letter.setAutoCommit(false);
                statement.executeUpdate(
                        "UPDATE message_channel SET heard_at = '2026-01-01' WHERE channel = 'TEMPLATE'");
                courier.start();
                await().atMost(Duration.ofSeconds(20)).until(() -> isAtTheBook(courier));

                CompletableFuture<Void> receipt = CompletableFuture.runAsync(() -> {
                    room.channels.shutUntil(Channel.TEMPLATE, false);
                    room.channels.heardAt(Channel.TEMPLATE);
                });

                assertThat(receipt).succeedsWithin(3, TimeUnit.SECONDS);
                assertThat(entry).isNotDone();
                letter.rollback();
            }
            assertThat(entry).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(Entry.IN);
        } finally {
            courier.join(60_000);
            if (entry.getNow(Entry.SHUT) == Entry.IN) {
                room.channels.leave(Channel.TEMPLATE, null);
            }
        }
    }

    private Entry enter() {
        try {
            return room.channels.enter(Channel.TEMPLATE, false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAtTheBook(Thread courier) {
        return Arrays.stream(courier.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("ChannelMapper")
                        || (frame.getClassName().endsWith("DayQuota")
                                && frame.getMethodName().equals("take")));
    }
}
