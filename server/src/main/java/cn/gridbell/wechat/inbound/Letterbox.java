package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.pool.OneWriter;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where a push falls into the inbound log: one statement, one trip to the database and a time limit, because WeChat hangs up after five seconds
 * and a database may be slow on the day it matters. It has connections and threads of its own, so that neither waits for the rest of the house
 * nor the rest for them. A push that is late is stored all the same; its unique key makes that harmless. Thread-safe.
 */
@Component
class Letterbox implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO wechat_inbound (event_key, door, kind, body, sender_key, happened_at, received_at, status, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'NEW', ?)""";

    private static final int DUPLICATE_KEY = 1062;
    private static final String CONNECTION_LOST = "08";

    private final DataSource connections;
    private final int most;
    private final long limitMillis;
    private final BoundedThreads clerks;

    @Autowired
    Letterbox(DataSource house, StoreProperties settings, OneWriter writer) throws SQLException {
        this(ReadyConnections.like(house.unwrap(HikariDataSource.class), settings), settings);
        writer.follow((HikariDataSource) connections);
    }

    /** @param connections each statement is its own transaction */
    Letterbox(HikariDataSource connections, StoreProperties settings) {
        this.connections = connections;
        this.most = settings.connections();
        this.limitMillis = settings.limit().toMillis();
        this.clerks = new BoundedThreads("wechat-letterbox", settings.connections(), settings.waiting());
    }

    /**
     * A letter as it is kept.
     *
     * @param key what makes it the same letter when it comes again
     */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Letter(
            byte[] key,
            Door door,
            String kind,
            byte[] body,
            byte @Nullable [] senderKey,
            Instant happenedAt,
            Instant receivedAt) {}

    /**
     * What became of a letter.
     *
     * @param id the row; 0 unless it was stored now
     */
    record Dropped(Verdict verdict, long id) {}

    private static final Dropped NOT_STORED = new Dropped(Verdict.NOT_STORED, 0);
    private static final Dropped REPEATED = new Dropped(Verdict.REPEATED, 0);

    /**
     * Stores a letter, or finds out that it is there.
     *
     * @param stored run once the letter is there, be it that nobody waits any more
     * @return not stored if that is not known within the limit
     */
    Dropped drop(Letter letter, Runnable stored) {
        Future<Dropped> clerk;
        try {
            clerk = clerks.submit(() -> insert(letter, stored));
        } catch (RejectedExecutionException full) {
            return NOT_STORED;
        }
        try {
            return clerk.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            clerk.cancel(false); // not begun: left to WeChat's next try; begun: it may come to its end
            return NOT_STORED;
        } catch (ExecutionException away) {
            return NOT_STORED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_STORED;
        }
    }

    /** A connection that was lost while nobody used it shows only now; the next one may be good. */
    private Dropped insert(Letter letter, Runnable stored) throws SQLException {
        for (int tries = 0; ; tries++) {
            try {
                long id = insert(letter);
                stored.run();
                return new Dropped(Verdict.STORED, id);
            } catch (SQLException e) {
                if (e.getErrorCode() == DUPLICATE_KEY) {
                    return REPEATED;
                }
                boolean lost = e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_LOST);
                if (!lost || tries >= most || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private long insert(Letter letter) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            insert.setBytes(1, letter.key());
            insert.setString(2, letter.door().name());
            insert.setString(3, letter.kind());
            insert.setBytes(4, letter.body());
            insert.setBytes(5, letter.senderKey());
            insert.setTimestamp(6, Timestamp.from(letter.happenedAt()));
            insert.setTimestamp(7, Timestamp.from(letter.receivedAt()));
            insert.setTimestamp(8, Timestamp.from(letter.receivedAt()));
            insert.executeUpdate();
            try (ResultSet id = insert.getGeneratedKeys()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    /** How many wait for a connection. */
    int waiting() {
        return clerks.waiting();
    }

    /** Letters under way are stored first. */
    @Override
    public void close() {
        clerks.close();
        ((HikariDataSource) connections).close();
    }
}
